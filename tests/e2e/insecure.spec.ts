// A phone that opened the plain address: it promises nothing that it cannot keep, and yet does the same work, live.
import {
  addCard,
  card,
  column,
  expect,
  goTo,
  installed,
  invitation,
  joinTeam,
  moveCard,
  startTeam,
  test,
} from './support/yokoten'

// Without a network the app comes from the device.
test.use({ serviceWorkers: 'allow' })

test('on a plain address it says so, joins by link, works live, and promises no start without a network', async ({
  newDevice,
  relay,
}) => {
  const ann = await newDevice()
  await startTeam(ann)
  await installed(ann)
  await addCard(ann, 'Written on the laptop')
  const { hash } = new URL(await invitation(ann, 'edit'))

  // The browser is told where this name is (see the configuration); unlike localhost it is not protected.
  const plain = `http://workshop.test:${relay.process.port}`
  const bo = await newDevice({ baseURL: plain })
  await bo.goto('/')
  await expect(bo.getByText('This page was opened without a secure connection')).toBeVisible()
  await expect(bo.getByText(/nothing is kept on this device.*no start without a network/)).toBeVisible()
  expect(
    await bo.evaluate(() => [isSecureContext, 'subtle' in crypto, 'serviceWorker' in navigator]),
  ).toEqual([false, false, false])
  await joinTeam(bo, `${plain}/join${hash}`, 'Bo Madsen')

  await expect(card(bo, 'Written on the laptop')).toBeVisible()
  await addCard(bo, 'Written on the plain address')
  await expect(card(ann, 'Written on the plain address')).toBeVisible()
  await moveCard(ann, 'Written on the plain address', 'Doing')
  await expect(column(bo, 'Doing').locator('[data-card]')).toHaveText(/Written on the plain address/)

  await bo.getByRole('button', { name: 'Only live: open over https to keep it' }).click()
  await expect(
    bo.getByRole('dialog', { name: 'How far your changes have got' }).getByText(/not protected/),
  ).toBeVisible()
  await bo.keyboard.press('Escape')
  await goTo(bo, 'Settings')
  await expect(bo.getByText('Not here: this address is not protected. Open it over https.')).toBeVisible()
  await expect(bo.getByText('starts without a network')).toHaveCount(0)
  await goTo(bo, 'Team')
  await expect(bo.getByText('This page was opened without a secure connection')).toBeVisible()
})
