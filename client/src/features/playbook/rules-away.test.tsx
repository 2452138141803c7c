// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react'
import { setRule } from '@yokoten/shared/playbook'
import { noteRules } from '@yokoten/shared/team'
import { afterEach, expect, it } from 'vitest'
import { CanIDialog } from './proposals/can-i-dialog'
import { RulesSection } from './rules/rules-section'
import { teamAtHand } from './test-support/team-at-hand'

afterEach(cleanup)

const AWAY = 'The team’s rules have not reached this device yet.'

it('rules that have not reached this device are said to be away, and no others are offered', async () => {
  const { team, handle, show } = await teamAtHand(['Ann', 'Bo'])
  team.directory.run(noteRules, undefined)
  show(
    <>
      <RulesSection />
      <CanIDialog act={{ kind: 'spend' }} facts={{}} onClose={() => undefined} />
    </>,
  )
  await screen.findByRole('dialog')
  expect(screen.getAllByText(AWAY)).toHaveLength(2)
  expect(screen.queryByText('Begin with this')).toBeNull()
  const value = { level: 'tell' as const, hours: 8, tells: [], review: null, why: '' }
  await act(async () => void handle.run(setRule, { act: 'spend', condition: {}, value }))
  expect(screen.queryByText(AWAY)).toBeNull()
})

it.each([true, false])(
  'rules of a newer version are said to be so, some of them read: %s',
  async (isRead) => {
    const { handle, show } = await teamAtHand(['Ann', 'Bo'])
    const value = { level: 'tell' as const, hours: 8, tells: [], review: null, why: '' }
    if (isRead) handle.run(setRule, { act: 'spend', condition: {}, value })
    show(<RulesSection />, { newer: true })
    expect(
      screen.getAllByText('A newer version of the app wrote the team’s rules. Update to read them.'),
    ).toHaveLength(1)
    expect(screen.queryByText('Begin with this')).toBeNull()
  },
)
