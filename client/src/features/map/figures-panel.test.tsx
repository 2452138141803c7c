// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { addNode, setData, setSchool, setStock } from '@yokoten/shared/map'
import { Figures } from './figures-panel'
import { MapContext } from './map-context'
import { createFakeAcme, createFakeMap } from './test-support/fake-map'

afterEach(cleanup)

type Fake = ReturnType<typeof createFakeMap>
const show = (fake: Fake) =>
  render(
    <MapContext value={fake.room}>
      <Figures />
    </MapContext>,
  )
const figure = (name: RegExp) => screen.getByRole('button', { name })

describe('what the map says', () => {
  it('Acme: 23.6 days, 188 s, takt 60 s, 920 a day, 27,600 s a shift, and the capacities', () => {
    show(createFakeAcme())
    for (const name of [
      /Production lead time 23\.6 days/,
      /Processing time 188 s/,
      /Processing share, net days 0\.0144 %/,
      /Takt time 60 s/,
      /Customer demand 920 \/ day/,
      /Working time 27,600 s \/ shift/,
      /Stamping 23,460 pieces/,
      /Spot weld 1 707 pieces/,
      /Spot weld 2 480 pieces/,
      /Assembly 1 445 of 460 pieces/,
      /Assembly 2 690 pieces/,
    ])
      expect(figure(name)).toBeTruthy()
  })
  it('every number unfolds into its formula with its basis', () => {
    show(createFakeAcme())
    fireEvent.click(figure(/Production lead time/))
    expect(screen.getByText(/5\.0 \+ 7\.6 \+ 1\.8 \+ 2\.7 \+ 2\.0 \+ 4\.5 = 23\.6 days/)).toBeTruthy()
    fireEvent.click(figure(/Processing share/))
    expect(screen.getByText(/188 s ÷ \(23\.6 days × 55,200 s of net working time\)/)).toBeTruthy()
    fireEvent.click(figure(/Takt time/))
    expect(screen.getByText(/55,200 s of working time a day ÷ 920 pieces a day = 60 s/)).toBeTruthy()
    fireEvent.click(figure(/Spot weld 1/))
    expect(screen.getByText(/27,600 s ÷ 39 s × 100 % = 707\.7 pieces/)).toBeTruthy()
  })
  it('says on which day the share is counted, and changes with it', () => {
    show(createFakeAcme())
    fireEvent.click(figure(/Processing share/))
    fireEvent.click(screen.getByRole('radio', { name: '24 hours' }))
    expect(figure(/Processing share, 24 h days 0\.0092 %/)).toBeTruthy()
  })
  it('says who is over takt, and what a cycle time alone hides', () => {
    const fake = createFakeAcme()
    show(fake)
    expect(screen.getByText('Assembly 1 runs over takt by 2 s.')).toBeTruthy()
    act(() => {
      fake.room.act(setData, {
        node: fake.idOf('Spot weld 2'),
        field: 'changeovers',
        quantity: { value: 2, unit: 'count' },
      })
    })
    expect(screen.getByText(/Spot weld 2 needs 27,650 s of 27,600 s a shift/)).toBeTruthy()
  })
  it('flags 4,600 pieces said to be 4.6 days', () => {
    const fake = createFakeAcme()
    const node = fake.idOf('Finished goods')
    show(fake)
    act(() => {
      fake.room.act(setStock, { node, stock: { kind: 'pieces', parts: [{ label: '', pieces: 4600 }] } })
      fake.room.act(setStock, { node, stock: { kind: 'days', days: 4.6 } })
    })
    expect(screen.getByText(/4,600 pieces last 5\.0 days, not 4\.6 days, at 920 a day/)).toBeTruthy()
  })
  it('without numbers says what is missing instead of a number', () => {
    const fake = createFakeMap()
    fake.room.act(setSchool, { school: 'rother' })
    fake.room.act(addNode, { kind: 'process', position: { x: 0, y: 0 } })
    const { container } = show(fake)
    expect(figure(/Takt time not yet/)).toBeTruthy()
    fireEvent.click(figure(/Takt time/))
    expect(screen.getByText('Say what the customer needs.')).toBeTruthy()
    expect(container.textContent).not.toMatch(/NaN|Infinity|undefined/)
  })
  it('a map of information has lead time, activity ratio and right first time instead', () => {
    const fake = createFakeMap()
    fake.room.act(setSchool, { school: 'office' })
    fake.room.act(addNode, { id: 'a', kind: 'process', position: { x: 0, y: 0 }, name: 'Check' })
    fake.room.act(addNode, { id: 'b', kind: 'process', position: { x: 300, y: 0 }, name: 'Pay', after: 'a' })
    for (const node of ['a', 'b']) {
      fake.room.act(setData, { node, field: 'leadTime', quantity: { value: 1, unit: 'd' } })
      fake.room.act(setData, { node, field: 'processingTime', quantity: { value: 48, unit: 'min' } })
      fake.room.act(setData, { node, field: 'completeAccurate', quantity: { value: 90, unit: '%' } })
    }
    show(fake)
    expect(figure(/Total lead time 2\.0 days/)).toBeTruthy()
    expect(figure(/Activity ratio 10 %/)).toBeTruthy()
    expect(figure(/Right first time, all steps 81 %/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /Takt/ })).toBeNull()
  })
})
