// Who is in the team: names and colours, edited by anyone, put away without being lost.
import { Archive, Ellipsis, Pencil, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { archivePerson, editPerson, restorePerson } from '@yokoten/shared/team'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { Avatar } from '../../../design/avatar'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import { Menu } from '../../../design/menu'
import { toasts } from '../../../design/toasts'
import { useReadable } from '../../../react'
import type { TeamSession } from '../../../session/api'
import { text } from '../../../text'
import { refusalWords } from '../words'
import { PersonForm } from './person-form'
import styles from '../../../design/section.module.css'

export function PeopleSection({ team }: { team: TeamSession<TeamSnapshot> }) {
  const directory = useReadable(team.directory)
  const here = useReadable(team.person)
  const [edited, setEdited] = useState<string>()
  const canEdit = team.mode === 'edit'

  function putAway(id: string) {
    const done = team.directory.run(archivePerson, { id })
    const name = directory.peopleById.get(id)?.name ?? ''
    if (!done.ok) toasts.show(refusalWords(done.error), { tone: 'stop' })
    else
      toasts.show(text('team.person.archived', { name }), {
        action: { label: text('team.undo'), run: () => team.directory.run(restorePerson, { id }) },
      })
  }

  return (
    <section className={styles.section} aria-labelledby="team-people">
      <div className={styles.head}>
        <h2 id="team-people">{text('team.people')}</h2>
      </div>
      <p className={styles.lead}>
        {directory.people.length === 0
          ? text('team.people.none')
          : text('team.people.lead', { count: directory.people.length })}
      </p>
      <ul className={styles.rows}>
        {directory.people.map((id) => {
          const person = directory.peopleById.get(id)
          if (!person) return null
          return (
            <li key={id} className={styles.row}>
              <Avatar person={person} size={34} isDecorative />
              <span className={styles.words}>
                {person.name || text('team.person.unnamed')}
                {id === here && <small>{text('team.person.you')}</small>}
              </span>
              {canEdit && (
                <Menu
                  label={text('team.person.acts', { name: person.name })}
                  look="quiet"
                  icon={Ellipsis}
                  placement="bottom end"
                  groups={[
                    {
                      id: 'person',
                      entries: [
                        {
                          id: 'edit',
                          label: text('team.person.edit'),
                          icon: Pencil,
                          run: () => setEdited(id),
                        },
                        {
                          id: 'archive',
                          label: text('team.person.archive'),
                          note: text('team.person.archiveNote'),
                          icon: Archive,
                          isDisabled: id === here,
                          run: () => putAway(id),
                        },
                      ],
                    },
                  ]}
                />
              )}
            </li>
          )
        })}
      </ul>
      {directory.archivedPeople.length > 0 && (
        <details className={styles.fold}>
          <summary>{text('team.people.archived', { count: directory.archivedPeople.length })}</summary>
          <ul className={styles.rows}>
            {directory.archivedPeople.map((id) => {
              const person = directory.peopleById.get(id)
              if (!person) return null
              return (
                <li key={id} className={styles.row}>
                  <Avatar person={person} size={34} isDecorative />
                  <span className={styles.words}>{person.name}</span>
                  {canEdit && (
                    <Button
                      look="quiet"
                      icon={RotateCcw}
                      aria-label={text('team.person.restoreName', { name: person.name })}
                      onPress={() => team.directory.run(restorePerson, { id })}
                    >
                      {text('team.person.restore')}
                    </Button>
                  )}
                </li>
              )
            })}
          </ul>
        </details>
      )}
      <Dialog
        isOpen={edited !== undefined}
        title={text('team.person.edit')}
        onClose={() => setEdited(undefined)}
        footer={
          <Button look="main" type="submit" form="edit-person">
            {text('team.save')}
          </Button>
        }
      >
        {edited !== undefined && (
          <PersonForm
            id="edit-person"
            directory={directory}
            person={edited}
            autoFocus
            onSubmit={(person) => {
              const done = team.directory.run(editPerson, { id: edited, ...person })
              if (!done.ok) return done.error
              setEdited(undefined)
              return undefined
            }}
          />
        )}
      </Dialog>
    </section>
  )
}
