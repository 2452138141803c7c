// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import ScannerDialog from './scanner-dialog'

let code: string | undefined
beforeEach(() => {
  vi.stubGlobal('createImageBitmap', () => Promise.resolve({ close: () => undefined }))
  vi.stubGlobal(
    'BarcodeDetector',
    class {
      static getSupportedFormats = () => Promise.resolve(['qr_code'])
      detect = () => Promise.resolve(code === undefined ? [] : [{ rawValue: code }])
    },
  )
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

it('says what it reads instead of a code that is looked for, and hands over one that is', async () => {
  const onFound = vi.fn<(code: string) => void>()
  render(
    <ScannerDialog
      title="Scan the station's code"
      accepts={(one) => one.startsWith('station ')}
      otherCode="This is not the code of a station."
      onFound={onFound}
      onClose={() => undefined}
    />,
  )
  const show = async (next: string | undefined) => {
    code = next
    const picture = new File(['x'], 'code.png', { type: 'image/png' })
    const input = await screen.findByLabelText('Use a picture of the code', { selector: 'input' })
    fireEvent.change(input, { target: { files: [picture] } })
  }
  const says = (words: RegExp) => waitFor(() => expect(screen.getByRole('status').textContent).toMatch(words))
  await show(undefined)
  await says(/No code was found/)
  await show('WIFI:S:guest;;')
  await says(/This is not the code of a station\./)
  expect(onFound).not.toHaveBeenCalled()
  await show('station 2')
  await waitFor(() => expect(onFound).toHaveBeenCalledExactlyOnceWith('station 2'))
})
