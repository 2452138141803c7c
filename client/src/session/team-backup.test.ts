import { boardDocument } from '@yokoten/shared/board'
import { mapDocument } from '@yokoten/shared/map'
import { PLAYBOOK_DOCUMENT, playbookDocument } from '@yokoten/shared/playbook'
import { teamDocument } from '@yokoten/shared/team'
import { expect, it } from 'vitest'
import { DOCUMENT_VERSIONS } from './team-backup'

it('takes every kind of document that the app writes out of a backup, and none of a later version', () => {
  const written = [teamDocument, boardDocument, mapDocument, playbookDocument]
  expect(DOCUMENT_VERSIONS).toEqual(Object.fromEntries(written.map(({ kind, version }) => [kind, version])))
  expect(PLAYBOOK_DOCUMENT.split('/')[0]).toBe(playbookDocument.kind)
})
