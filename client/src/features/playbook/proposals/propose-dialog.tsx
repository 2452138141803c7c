// The way on where an act is not free: what one wants to do, the rule that holds, how it is decided, why, and "Propose".
import { useId, useMemo, useState } from 'react'
import { addWorkingHours } from '@yokoten/shared/kernel'
import { concernOf, permit, propose, USUAL_HOURS, workingTimeOf } from '@yokoten/shared/playbook'
import type { Answer, ProposeArgs } from '@yokoten/shared/playbook'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import { Select } from '../../../design/select'
import { TextArea } from '../../../design/text-area'
import { TextField } from '../../../design/text-field'
import { toasts } from '../../../design/toasts'
import { useReadable } from '../../../react'
import { text } from '../../../text'
import { usePlaybook, usePlaybookRoom, useRoster, useTeamNow } from '../playbook-context'
import { levelWords } from '../rules/rule-words'
import { refusalWords } from '../words'
import { carriedArgs } from './carried-args'
import { Links } from './links'
import styles from './proposals.module.css'
import { useProposalTools } from './tools'
import { useSaying } from './use-decisions'
import { useLook } from './use-look'
import { useProposalsUi } from './ui-store'
import type { Wish } from './ui-store'
import { HandFacts, WhatChanges } from './what-changes'
import { actWords, momentWords, namesOf } from './words'
import type { Saying } from './words'

const NO_VALUE = ''
/** How it is decided, in a sentence. `isSilent`: whether silence counts. */
function wayWords(answer: Answer, isSilent: boolean, saying: Saying, when: string): string {
  const { level, tells, yesFrom, agreed } = answer
  if (level === 'yes') {
    const named = agreed?.value.yesFrom
    if (named?.kind === 'outside') return text('proposals.way.outside', { whom: named.id })
    return yesFrom.length > 0
      ? text('proposals.way.yes', { whom: namesOf(yesFrom, saying) })
      : text('proposals.may.nobody')
  }
  if (level === 'advice')
    return tells.length > 0
      ? text('proposals.way.adviceOf', { whom: namesOf(tells, saying) })
      : text('proposals.way.advice')
  if (level === 'consent' && !isSilent) return text('proposals.way.consentSpoken', { when })
  return level === 'consent' || level === 'vote' ? text(`proposals.way.${level}`, { when }) : ''
}

function useAnswer(wish: Wish): { answer: Answer; isSilent: boolean; when: string } {
  const { me, zone, handle } = usePlaybookRoom()
  const playbook = useReadable(handle)
  const roster = useRoster()
  const { at } = useTeamNow()
  const saying = useSaying()
  const act = wish.kind === 'act' ? wish.asked.refused.act : wish.act
  return useMemo(() => {
    const answer = permit(playbook, act, me ?? '', at, roster)
    const hours = answer.agreed?.value.hours ?? USUAL_HOURS
    const deadline = addWorkingHours(workingTimeOf(playbook, zone), at, hours)
    const isSilent = concernOf(playbook.actsById, act) === null
    return { answer, isSilent, when: momentWords(deadline, saying) }
  }, [playbook, act, me, at, roster, zone, saying])
}

interface ProposeDialogProps {
  readonly wish: Wish
  readonly links: readonly string[]
  readonly onClose: () => void
}

export function ProposeDialog({ wish, links: given, onClose }: ProposeDialogProps) {
  const { handle, me, team, zone } = usePlaybookRoom()
  const tools = useProposalTools()
  const roster = useRoster()
  const saying = useSaying()
  const form = useId()
  const { answer, isSilent, when } = useAnswer(wish)
  const directory = useReadable(team.directory)
  const kindWords = usePlaybook((playbook) =>
    actWords(playbook, wish.kind === 'act' ? wish.asked.refused.act.kind : wish.act.kind),
  )
  const command = useMemo(
    () => (wish.kind === 'act' ? { ...wish.asked.command, document: wish.asked.document } : null),
    [wish],
  )
  const args = useMemo(() => (wish.kind === 'act' ? carriedArgs(wish.asked.args) : {}), [wish])
  const seen = useLook(command, args, me ?? '', true)
  const [title, setTitle] = useState(wish.kind === 'by-hand' ? wish.title : '')
  const [reason, setReason] = useState('')
  const [links, setLinks] = useState(given)
  const [value, setValue] = useState(NO_VALUE)
  const [isSending, setSending] = useState(false)
  const described = typeof seen === 'object' ? seen.described : undefined
  const isReady = wish.kind === 'by-hand' ? title.trim() !== '' : described !== undefined
  const isStuck = answer.level === 'yes' && answer.yesFrom.length === 0 && !answer.agreed?.value.yesFrom
  const send = async () => {
    setSending(true)
    const proposed: ProposeArgs = {
      id: `p-${crypto.randomUUID()}`,
      act: wish.kind === 'act' ? wish.asked.refused.act : wish.act,
      title: described?.title ?? title,
      reason,
      command,
      args,
      ground: typeof seen === 'object' ? seen.ground : {},
      roster,
      members: await tools.members(),
      zone,
      links: value === NO_VALUE ? links : [...links, `value:${value}`],
    }
    const done = handle.run(propose, proposed)
    setSending(false)
    if (!done.ok) {
      toasts.show(refusalWords(done.error), { tone: 'stop' })
      return
    }
    onClose()
    toasts.show(text('proposals.sent'), {
      action: {
        label: text('proposals.look'),
        run: () => useProposalsUi.getState().show({ kind: 'proposal', id: proposed.id ?? '' }),
      },
    })
  }
  const { agreed } = answer
  return (
    <Dialog
      isOpen
      title={described?.title ?? text('proposals.title', { act: kindWords })}
      note={text('proposals.together')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{text('proposals.cancel')}</Button>
          <Button look="main" type="submit" form={form} isDisabled={!isReady || isSending || isStuck}>
            {text('proposals.propose')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady && !isSending && !isStuck) void send()
        }}
      >
        {(seen === 'gone' || seen === 'refused') && (
          <p className={styles.warn}>{text(`proposals.look.${seen}`)}</p>
        )}
        {wish.kind === 'by-hand' && wish.because && (
          <p className={styles.warn}>{text(`proposals.reverse.${wish.because}`)}</p>
        )}
        {described && <WhatChanges described={described} />}
        {wish.kind === 'by-hand' && <HandFacts act={wish.act} nameOf={saying.nameOf} />}
        <div className={styles.rule}>
          <strong>{levelWords(answer.level)}</strong>
          <p>{wayWords(answer, isSilent, saying, when)}</p>
          {agreed && agreed.value.why !== '' && <q>{agreed.value.why}</q>}
          {answer.unlocked && <p className={styles.note}>{text('proposals.unlocked')}</p>}
          {answer.contradicting.length > 0 && (
            <p className={styles.note}>{text('proposals.contradicting')}</p>
          )}
        </div>
        {wish.kind === 'by-hand' && (
          <TextField autoFocus label={text('proposals.what')} value={title} onChange={setTitle} />
        )}
        <TextArea
          autoFocus={wish.kind === 'act'}
          rows={2}
          label={text('proposals.reason')}
          note={text('proposals.reason.note')}
          value={reason}
          onChange={setReason}
        />
        {directory.values.length > 0 && (
          <Select
            label={text('proposals.serves')}
            value={value}
            onChange={setValue}
            choices={[
              { id: NO_VALUE, label: text('proposals.serves.none') },
              ...directory.values.map((id) => ({ id, label: directory.valuesById.get(id)?.words ?? '' })),
            ]}
          />
        )}
        <Links
          links={links}
          canFollow={false}
          onAdd={(link) => setLinks([...links, link])}
          onRemove={(link) => setLinks(links.filter((one) => one !== link))}
        />
      </form>
    </Dialog>
  )
}
