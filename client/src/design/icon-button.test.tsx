// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { Search } from 'lucide-react'
import { afterEach, expect, it } from 'vitest'
import { IconButton } from './icon-button'
import TooltipBubble from './tooltip-bubble'

afterEach(cleanup)
it('shows its word when it is reached by keyboard', async () => {
  render(<IconButton icon={Search} label="Search" autoFocus />)
  expect((await screen.findByRole('tooltip', {}, { timeout: 10_000 })).textContent).toBe('Search')
})
it('has a bubble that needs nothing around it', () => {
  const anchor = document.body.appendChild(document.createElement('button'))
  render(
    <TooltipBubble anchor={{ current: anchor }} onClose={() => undefined}>
      Undo
    </TooltipBubble>,
  )
  expect(screen.getByRole('tooltip').textContent).toBe('Undo')
})
