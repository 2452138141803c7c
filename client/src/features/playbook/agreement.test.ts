import { ACT_KINDS } from '@yokoten/shared/kernel'
import { PLAYBOOK_DOCUMENT, permitWithoutRules, playbookDocument, setRule } from '@yokoten/shared/playbook'
import type { RuleValue } from '@yokoten/shared/playbook'
import { addPerson, noteRules } from '@yokoten/shared/team'
import { expect, it, vi } from 'vitest'
import { createDeviceOn } from '../../session'
import { createFakeRelay } from '../../session/test-support/fake-relay'
import { delivered, joinTeam, peopleOf, testPorts, until } from '../../session/test-support/harness'
import { createAgreement } from './agreement'

it('commands follow the rules of the playbook: free adds nothing, telling writes it down, the rest is asked', async () => {
  const team = await createDeviceOn(testPorts(undefined)).create('Alone')
  await team.becomePerson('ann')
  team.directory.run(addPerson, { id: 'ann', name: 'Ann' })
  const handle = await team.open(playbookDocument, PLAYBOOK_DOCUMENT)
  const asked: string[] = []
  let told = 0
  team.agree(
    createAgreement({
      team,
      handle,
      onAsked: ({ command, refused }) => asked.push(`${command.name} ${refused.permit.level}`),
      wordsOf: async ({ changes }) => {
        const [change] = changes
        if (change?.kind === 'create' && change.id === 'ed') throw new Error('no words')
        return `Bring ${change?.kind === 'create' ? change.id : ''} in`
      },
      onTold: () => told++,
    }),
  )
  const rule = (level: RuleValue['level']) =>
    handle.run(setRule, {
      act: 'invite-person',
      condition: {},
      value: { level, hours: 8, tells: [], review: null, why: '' },
    })
  const bring = (id: string) => team.directory.run(addPerson, { id, name: id }).ok
  expect([rule('free').ok, bring('bo')]).toEqual([true, true])
  expect([told, asked, handle.get().tells.length]).toEqual([0, [], 0])
  expect([rule('tell').ok, bring('cy'), bring('ed')]).toEqual([true, true, true])
  await vi.waitFor(() => expect(told).toBe(2))
  expect(handle.get().tells).toMatchObject([
    {
      act: { kind: 'invite-person', touches: ['cy'] },
      document: 'team',
      command: 'team.addPerson',
      words: 'Bring cy in',
      by: 'ann',
    },
    { act: { kind: 'invite-person', touches: ['ed'] }, words: '' },
  ])
  for (const level of ['advice', 'consent', 'vote'] as const)
    expect([rule(level).ok, bring('di')]).toEqual([true, false])
  expect(asked).toEqual(['team.addPerson advice', 'team.addPerson consent', 'team.addPerson vote'])
  expect(peopleOf(team)).toEqual(['ann', 'bo', 'cy', 'ed'])
  await team.close()
})

it('rules that have not reached this device hold up what they might be about, and nothing that flows', async () => {
  const team = await createDeviceOn(testPorts(undefined)).create('Press line')
  await team.becomePerson('ann')
  team.directory.run(addPerson, { id: 'ann', name: 'Ann' })
  const handle = await team.open(playbookDocument, PLAYBOOK_DOCUMENT)
  const asked: unknown[] = []
  const agreement = createAgreement({
    team,
    handle,
    onAsked: ({ refused }) => asked.push([refused.act.kind, refused.permit.away]),
    wordsOf: async () => '',
    onTold: () => undefined,
  })
  team.agree(agreement)
  const bring = (id: string) => team.directory.run(addPerson, { id, name: id }).ok
  // A team that has agreed about nothing yet is not held up.
  expect([bring('bo'), asked]).toEqual([true, []])
  team.directory.run(noteRules, undefined)
  expect([bring('cy'), asked]).toEqual([false, [['invite-person', 'not-here']]])
  const levels = ACT_KINDS.map((kind) => [kind, agreement.permit({ kind }).level])
  expect(levels.filter(([, level]) => level === 'free').map(([kind]) => kind)).toEqual([
    'raise-blocker',
    'pull',
    'change-order',
  ])
  expect(permitWithoutRules({ kind: 'change-policy' }, 'not-here', true).level).toBe('free')
  expect(permitWithoutRules({ kind: 'spend' }, 'not-here', true)).toMatchObject({ level: 'yes' })
  // They arrive, and the same act goes on as they say.
  const value = { level: 'free' as const, hours: 8, tells: [], review: null, why: '' }
  team.agree(undefined)
  handle.run(setRule, { act: 'invite-person', condition: {}, value })
  team.agree(agreement)
  expect([bring('cy'), asked.length]).toEqual([true, 1])
  await team.close()
})

it('rules of a newer version of the app are not taken for none', async () => {
  const relay = createFakeRelay()
  const ann = await createDeviceOn(testPorts(relay)).create('Press line')
  await ann.becomePerson('ann')
  ann.directory.run(addPerson, { id: 'ann', name: 'Ann' })
  const newer = { ...playbookDocument, version: playbookDocument.version + 1 }
  const hers = await ann.open(newer, PLAYBOOK_DOCUMENT)
  const value = { level: 'consent' as const, hours: 8, tells: [], review: null, why: '' }
  hers.run(setRule, { act: 'change-limit', condition: {}, value })
  await delivered(ann)
  const bo = await joinTeam(ann.invitations.edit, testPorts(relay))
  await bo.becomePerson('bo')
  const handle = await bo.open(playbookDocument, PLAYBOOK_DOCUMENT)
  await until(() => expect(handle.writable).toBe('newer-version'))
  const ignore = () => undefined
  const agreement = createAgreement({
    team: bo,
    handle,
    onAsked: ignore,
    wordsOf: async () => '',
    onTold: ignore,
  })
  expect(agreement.permit({ kind: 'invite-person' })).toMatchObject({ level: 'yes', away: 'newer-version' })
  expect(agreement.permit({ kind: 'raise-blocker' }).level).toBe('free')
  expect(handle.run(setRule, { act: 'change-limit', condition: {}, value: null })).toEqual({
    ok: false,
    error: { reason: 'newer-version' },
  })
  await ann.close()
  await bo.close()
})
