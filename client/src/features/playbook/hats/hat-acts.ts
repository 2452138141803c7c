// Everything that can be done with hats and turns, described once: buttons, menus and the palette read it.
import { addHat, answerTurn, archiveHat, offerTurn, restoreHat, withdrawTurn } from '@yokoten/shared/playbook'
import type { OfferTurnArgs, PlaybookSnapshot, Turn } from '@yokoten/shared/playbook'
import { toasts } from '../../../design/toasts'
import type { Action } from '../../../input'
import { text } from '../../../text'
import type { Acted, PlaybookRoom } from '../playbook-context'
import { refusalWords } from '../words'
import { hatNow, turnsOffered } from './hat-turns'
import type { HatNow } from './hat-turns'
import { hatName, turnDay, USUAL_KINDS, usualHat } from './hat-words'
import type { UsualKind } from './hat-words'
import { calendarText, saveTurns, turnsToSave } from './save-turns'

/** What a dialog is open for. */
export type HatAsk =
  | { readonly kind: 'hat'; readonly id?: string }
  | { readonly kind: 'offer'; readonly hat: string }
  | { readonly kind: 'end'; readonly turn: string }
  | { readonly kind: 'decline'; readonly turn: string }

export interface HatAct extends Action {
  /** What a button says where the hat stands above it. */
  readonly short: string
  readonly hat?: string
  readonly turn?: string
  readonly usual?: UsualKind
  /** `main`: what one would do next; `calm`: beside it; `menu`: now and then; `page`: not about one hat. */
  readonly place: 'main' | 'calm' | 'menu' | 'page'
}

interface HatActsNeeds {
  readonly room: Pick<PlaybookRoom, 'act' | 'handle' | 'me' | 'canWrite' | 'nameOf'>
  readonly playbook: PlaybookSnapshot
  readonly people: readonly string[]
  readonly now: number
  ask(what: HatAsk): void
  /** Whether its keys count here. */
  readonly withKeys: boolean
}

/** Says what came of an act. True where it was done. */
export function sayActed(acted: Acted, words?: string): boolean {
  if (acted !== 'done') {
    if (acted !== 'asked') toasts.show(refusalWords(acted), { tone: 'stop' })
    return false
  }
  if (words !== undefined) toasts.show(words)
  return true
}

/** Offers a turn and says whose it is now; why it was refused is the caller's to say. */
export function offer(
  { act, me, nameOf }: Pick<PlaybookRoom, 'act' | 'me' | 'nameOf'>,
  args: OfferTurnArgs,
  hat: string,
): Acted {
  const acted = act(offerTurn, args)
  if (acted === 'done') {
    const said = args.person !== me ? 'hats.offered' : args.shadow ? 'hats.learning' : 'hats.taken'
    toasts.show(text(said, { hat, who: nameOf(args.person) }))
  }
  return acted
}

export function hatActs({ room, playbook, people, now, ask, withKeys }: HatActsNeeds): readonly HatAct[] {
  const { act, me, canWrite, nameOf } = room
  const group = text('hats.title')
  const make = (
    id: string,
    label: string,
    more: Omit<HatAct, 'id' | 'label' | 'group' | 'short'>,
  ): HatAct => ({
    id: `hats.${id}`,
    label,
    short: label,
    group,
    ...more,
  })
  const save = (id: string, label: string, turns: readonly Turn[]): HatAct[] =>
    turns.length === 0
      ? []
      : [
          make(id, label, {
            place: 'page',
            run: () => saveTurns(calendarText(playbook, turns, nameOf, now)),
          }),
        ]
  const saving = [
    ...(me === undefined ? [] : save('saveMine', text('hats.calendar.mine'), turnsToSave(playbook, now, me))),
    ...save('saveAll', text('hats.calendar.all'), turnsToSave(playbook, now)),
  ]
  if (!canWrite || me === undefined) return saving

  const ofHat = (one: HatNow): HatAct[] => {
    const { hat } = one
    const name = hatName(hat)
    const about = (
      id: string,
      short: string,
      place: HatAct['place'],
      run: () => void,
      turn?: string,
    ): HatAct => ({
      ...make(`${id}.${turn ?? hat.id}`, text('hats.actOf', { hat: name, act: short }), { place, run }),
      short,
      hat: hat.id,
      ...(turn !== undefined && { turn }),
    })
    const from = one.free > now ? { from: one.free } : {}
    const isTaken = one.free > now
    const mine = one.worn.find((turn) => turn.person === me)
    const isComing = one.coming.some((turn) => turn.person === me && !turn.shadow)
    const isAsked = one.offered.some((turn) => turn.person === me)
    const { next, before } = one
    const canTake = mine === undefined && !isComing && !isAsked
    const canLearn = canTake && one.worn.length > 0 && !one.shadows.some((turn) => turn.person === me)
    const leftNote = before?.person === me && before.state === 'accepted' ? before : undefined
    return [
      ...(next !== undefined && next !== me
        ? [
            about('offerNext', text('hats.offerTo', { who: nameOf(next) }), isTaken ? 'calm' : 'main', () =>
              sayActed(offer(room, { hat: hat.id, person: next, ...from }, name)),
            ),
          ]
        : []),
      ...(canTake
        ? [
            about('take', text(isTaken ? 'hats.takeNext' : 'hats.take'), next === me ? 'main' : 'calm', () =>
              sayActed(offer(room, { hat: hat.id, person: me, ...from }, name)),
            ),
          ]
        : []),
      ...one.worn.map((turn) =>
        about(
          'end',
          turn.person === me ? text('hats.handOver') : text('hats.endOf', { who: nameOf(turn.person) }),
          turn.person === me ? 'calm' : 'menu',
          () => ask({ kind: 'end', turn: turn.id }),
          turn.id,
        ),
      ),
      ...one.offered
        .filter((turn) => turn.by === me && turn.person !== me)
        .map((turn) =>
          about(
            'withdraw',
            text('hats.withdraw', { who: nameOf(turn.person) }),
            'calm',
            () => sayActed(act(withdrawTurn, { turn: turn.id }), text('hats.withdrawn')),
            turn.id,
          ),
        ),
      ...(leftNote
        ? [
            about(
              'note',
              text('hats.leaveNote'),
              'calm',
              () => ask({ kind: 'end', turn: leftNote.id }),
              leftNote.id,
            ),
          ]
        : []),
      about('offer', text('hats.offerOther'), 'menu', () => ask({ kind: 'offer', hat: hat.id })),
      ...(canLearn
        ? [
            about('shadow', text('hats.learn'), 'menu', () =>
              sayActed(offer(room, { hat: hat.id, person: me, shadow: true }, name)),
            ),
          ]
        : []),
      about('edit', text('hats.edit'), 'menu', () => ask({ kind: 'hat', id: hat.id })),
      about('putAway', text('hats.putAway'), 'menu', () => {
        const done = act(archiveHat, { id: hat.id })
        if (done !== 'done') return void sayActed(done)
        const undo = { label: text('hats.undo'), run: () => void sayActed(act(restoreHat, { id: hat.id })) }
        toasts.show(text('hats.wasPutAway', { hat: name }), { action: undo })
      }),
    ]
  }
  const offeredToMe = turnsOffered(playbook, me, now).flatMap((turn) => {
    const hat = playbook.hatsById.get(turn.hat)
    if (!hat) return []
    const name = hatName(hat)
    const about = (id: string, short: string, place: HatAct['place'], run: () => void): HatAct => ({
      ...make(`${id}.${turn.id}`, text('hats.actOf', { hat: name, act: short }), { place, run }),
      short,
      hat: hat.id,
      turn: turn.id,
    })
    return [
      about('accept', text('hats.accept'), 'main', () =>
        sayActed(
          act(answerTurn, { turn: turn.id, accept: true }),
          text('hats.accepted', { hat: name, day: turnDay(turn.until) }),
        ),
      ),
      about('decline', text('hats.decline'), 'calm', () => ask({ kind: 'decline', turn: turn.id })),
    ]
  })
  const known = new Set([...playbook.hatsById.values()].map(({ kind }) => kind))
  return [
    ...offeredToMe,
    ...playbook.hats.flatMap((hat) => ofHat(hatNow(playbook, hat, people, now))),
    ...USUAL_KINDS.filter((kind) => !known.has(kind)).map((kind): HatAct => {
      const hat = hatName(usualHat(kind))
      return {
        ...make(`add.${kind}`, text('hats.addUsual', { hat }), {
          place: 'page',
          // The kind is the id, so that two devices that add it apart add one hat.
          run: () => sayActed(act(addHat, { id: kind, kind, does: '' })),
        }),
        usual: kind,
      }
    }),
    make('add', text('hats.add'), {
      place: 'page',
      ...(withKeys && { keys: ['N'] }),
      run: () => ask({ kind: 'hat' }),
    }),
    ...[...playbook.hatsById.values()]
      .filter((hat) => hat.archived)
      .map((hat): HatAct => ({
        ...make(`restore.${hat.id}`, text('hats.actOf', { hat: hatName(hat), act: text('hats.restore') }), {
          place: 'page',
          run: () => sayActed(act(restoreHat, { id: hat.id })),
        }),
        short: text('hats.restore'),
        hat: hat.id,
      })),
    ...saving,
  ]
}
