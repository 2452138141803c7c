// The dialogs about hats: what one is, whom to offer a turn, what to leave for the next one, why not.
import { useState } from 'react'
import { calendarOf, dayFromIso, isoFromDay, startOfDay } from '@yokoten/shared/kernel'
import {
  addHat,
  answerTurn,
  editHat,
  endTurn,
  nextFor,
  TURN_DAYS,
  TURN_DAYS_LIMIT,
  workingTimeOf,
} from '@yokoten/shared/playbook'
import type { HatRow } from '@yokoten/shared/playbook'
import { Checkbox } from '../../../design/checkbox'
import { NumberField } from '../../../design/number-field'
import { Select } from '../../../design/select'
import { TextArea } from '../../../design/text-area'
import { TextField } from '../../../design/text-field'
import { text } from '../../../text'
import { usePlaybook, usePlaybookRoom, useRoster } from '../playbook-context'
import { FormDialog } from './form-dialog'
import { offer, sayActed } from './hat-acts'
import type { HatAsk } from './hat-acts'
import { hatNow } from './hat-turns'
import { hatDoes, hatName } from './hat-words'
import { useHats } from './hats-context'

interface AskProps {
  readonly onClose: () => void
}

/** A hat of the team's own, or any hat changed. What was not touched is not written. */
function HatDialog({ hat, onClose }: AskProps & { hat: HatRow | undefined }) {
  const { act } = usePlaybookRoom()
  const [before] = useState({
    name: hat ? hatName(hat) : '',
    does: hat ? hatDoes(hat) : '',
    days: hat?.days ?? TURN_DAYS,
  })
  const [now, setNow] = useState(before)
  return (
    <FormDialog
      title={text(hat ? 'hats.edit' : 'hats.add')}
      act={text('hats.save')}
      onClose={onClose}
      onSave={() => {
        if (!hat) return act(addHat, { kind: 'own', ...now })
        return act(editHat, {
          id: hat.id,
          ...(now.name !== before.name && { name: now.name }),
          ...(now.does !== before.does && { does: now.does }),
          ...(now.days !== before.days && { days: now.days }),
        })
      }}
    >
      <TextField
        autoFocus
        label={text('hats.name')}
        placeholder={text('hats.nameExample')}
        value={now.name}
        onChange={(name) => setNow({ ...now, name })}
      />
      <TextArea
        label={text('hats.does')}
        placeholder={text('hats.doesExample')}
        note={text('hats.doesNote')}
        rows={2}
        value={now.does}
        onChange={(does) => setNow({ ...now, does })}
      />
      <NumberField
        label={text('hats.days')}
        unit={text('hats.daysUnit')}
        note={text('hats.daysNote')}
        withSteppers
        minValue={1}
        maxValue={TURN_DAYS_LIMIT}
        value={now.days}
        onChange={(days = TURN_DAYS) => setNow({ ...now, days })}
      />
    </FormDialog>
  )
}

/** Whom, from when, and whether to learn it beside who has it. People stand in the order of whose turn it is. */
function OfferDialog({ hat, onClose }: AskProps & { hat: HatRow }) {
  const room = usePlaybookRoom()
  const { people } = useRoster()
  const { now } = useHats()
  const playbook = usePlaybook((all) => all)
  const calendar = calendarOf(workingTimeOf(playbook, room.zone).zone)
  const state = hatNow(playbook, hat, people, now)
  const wearing = state.worn.map((turn) => turn.person)
  const order = [
    ...nextFor(playbook.turns, hat.id, people, now),
    ...people.filter((one) => wearing.includes(one)),
  ]
  const [person, setPerson] = useState(state.next ?? order[0] ?? '')
  const begin = isoFromDay(calendar.dayOf(state.free))
  const [day, setDay] = useState(begin)
  const [shadow, setShadow] = useState(false)
  return (
    <FormDialog
      title={text('hats.offerTitle', { hat: hatName(hat) })}
      act={text('hats.offer')}
      onClose={onClose}
      onSave={() => {
        // The day it would begin anyway means right then, and not at midnight.
        const isChosen = day !== '' && day !== begin
        const free = state.free > now && !shadow ? { from: state.free } : {}
        const from = isChosen ? { from: startOfDay(calendar, dayFromIso(day)) } : free
        return offer(room, { hat: hat.id, person, shadow, ...from }, hatName(hat))
      }}
    >
      <Select
        label={text('hats.whom')}
        choices={order.map((id) => ({ id, label: room.nameOf(id) }))}
        value={person}
        onChange={setPerson}
        note={text('hats.whomNote')}
      />
      <TextField type="date" label={text('hats.from')} value={day} onChange={setDay} />
      {state.worn.length > 0 && (
        <Checkbox isSelected={shadow} onChange={setShadow}>
          {text('hats.shadowAct', { who: room.nameOf(state.worn[0]?.person ?? '') })}
        </Checkbox>
      )}
    </FormDialog>
  )
}

/** Ends a turn, or only leaves the note where its time is over. */
function EndDialog({ turn, onClose }: AskProps & { turn: string }) {
  const { act } = usePlaybookRoom()
  const { now } = useHats()
  const playbook = usePlaybook((all) => all)
  const [note, setNote] = useState('')
  const ending = playbook.turns.find((one) => one.id === turn)
  const hat = ending && playbook.hatsById.get(ending.hat)
  if (!ending || !hat) return null
  const isOver = ending.end <= now
  return (
    <FormDialog
      title={text(isOver ? 'hats.noteTitle' : 'hats.endTitle', { hat: hatName(hat) })}
      act={text(isOver ? 'hats.save' : 'hats.end')}
      onClose={onClose}
      onSave={() => act(endTurn, { turn, note })}
    >
      <TextArea
        autoFocus
        label={text('hats.note')}
        placeholder={text('hats.noteExample')}
        value={note}
        onChange={setNote}
      />
    </FormDialog>
  )
}

function DeclineDialog({ turn, onClose }: AskProps & { turn: string }) {
  const { act } = usePlaybookRoom()
  const [words, setWords] = useState('')
  return (
    <FormDialog
      title={text('hats.declineTitle')}
      act={text('hats.decline')}
      onClose={onClose}
      onSave={() => {
        const acted = act(answerTurn, { turn, accept: false, words })
        if (acted === 'done') sayActed(acted, text('hats.declined'))
        return acted
      }}
    >
      <TextField
        autoFocus
        label={text('hats.why')}
        placeholder={text('hats.whyExample')}
        value={words}
        onChange={setWords}
      />
    </FormDialog>
  )
}

export function HatAsks({ ask, onClose }: AskProps & { ask: HatAsk }) {
  const hatsById = usePlaybook((all) => all.hatsById)
  switch (ask.kind) {
    case 'hat':
      return <HatDialog hat={ask.id === undefined ? undefined : hatsById.get(ask.id)} onClose={onClose} />
    case 'offer': {
      const hat = hatsById.get(ask.hat)
      return hat ? <OfferDialog hat={hat} onClose={onClose} /> : null
    }
    case 'end':
      return <EndDialog turn={ask.turn} onClose={onClose} />
    case 'decline':
      return <DeclineDialog turn={ask.turn} onClose={onClose} />
  }
}
