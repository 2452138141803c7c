// Settings of this device: how the app looks, whether the browser keeps the data, and what is going on inside.
import { useState } from 'react'
import { Link } from 'wouter'
import { appearance } from '../design/appearance'
import type { Appearance } from '../design/appearance'
import { Button, buttonClass } from '../design/button'
import { Segmented } from '../design/segmented'
import { Switch } from '../design/switch'
import { useReadable } from '../react'
import { isTextId, text } from '../text'
import type { TextId } from '../text'
import { useDevice } from './device-context'
import { NewsSettings } from './playbook/news-settings'
import { SettingsRow } from './settings-row'
import type { AppTeam } from './device-context'
import styles from './settings-page.module.css'
import { useStorageAnswer } from './storage-answer'
import { useUpdates } from './updates-context'
import { appVersion } from './version'

function Looks() {
  const chosen = useReadable(appearance)
  const segments = <K extends 'theme' | 'contrast'>(options: readonly (readonly [Appearance[K], TextId])[]) =>
    options.map(([id, label]) => ({ id, label: text(label) }))
  return (
    <section className={styles.section} aria-labelledby="settings-looks">
      <h2 id="settings-looks">{text('app.settings.looks')}</h2>
      <SettingsRow title={text('app.settings.theme')}>
        <Segmented
          label={text('app.settings.theme')}
          segments={segments<'theme'>([
            ['system', 'app.settings.likeDevice'],
            ['light', 'app.settings.light'],
            ['dark', 'app.settings.dark'],
          ])}
          value={chosen.theme}
          onChange={(theme) => appearance.change({ theme })}
        />
      </SettingsRow>
      <SettingsRow title={text('app.settings.contrast')} note={text('app.settings.contrastNote')}>
        <Segmented
          label={text('app.settings.contrast')}
          segments={segments<'contrast'>([
            ['system', 'app.settings.likeDevice'],
            ['normal', 'app.settings.contrastNormal'],
            ['more', 'app.settings.contrastMore'],
          ])}
          value={chosen.contrast}
          onChange={(contrast) => appearance.change({ contrast })}
        />
      </SettingsRow>
      <Switch
        label={text('app.settings.glove')}
        note={text('app.settings.gloveNote')}
        isSelected={chosen.size === 'glove'}
        onChange={(isOn) => appearance.change({ size: isOn ? 'glove' : 'normal' })}
      />
      <Switch
        label={text('app.settings.motion')}
        note={text('app.settings.motionNote')}
        isSelected={chosen.motion === 'less'}
        onChange={(isOn) => appearance.change({ motion: isOn ? 'less' : 'system' })}
      />
      <Switch
        label={text('app.settings.letters')}
        note={text('app.settings.lettersNote')}
        isSelected={chosen.letters === 'on'}
        onChange={(isOn) => appearance.change({ letters: isOn ? 'on' : 'off' })}
      />
    </section>
  )
}

const offlineWords = {
  ready: 'app.settings.offlineReady',
  preparing: 'app.settings.offlinePreparing',
  failed: 'app.settings.offlineFailed',
  insecure: 'app.settings.offlineInsecure',
  unsupported: 'app.settings.offlineUnsupported',
} as const satisfies Record<string, TextId>

function Keeping() {
  const device = useDevice()
  const offline = useReadable(useUpdates().offlineStart)
  const { answer, ask } = useStorageAnswer(device)
  const [isAsking, setAsking] = useState(false)
  return (
    <section className={styles.section} aria-labelledby="settings-keeping">
      <h2 id="settings-keeping">{text('app.settings.keeping')}</h2>
      <SettingsRow title={text('app.settings.storage')} note={text(answer.words, answer.values)}>
        {answer.mayAsk && (
          <Button
            isDisabled={isAsking}
            onPress={() => {
              setAsking(true)
              void ask().finally(() => setAsking(false))
            }}
          >
            {text('app.settings.storageAsk')}
          </Button>
        )}
      </SettingsRow>
      <SettingsRow title={text('app.settings.offline')} note={text(offlineWords[offline])}>
        {null}
      </SettingsRow>
    </section>
  )
}

const connectionWords = {
  connected: 'app.sharing.met',
  'insecure-connected': 'app.sharing.met',
  connecting: 'app.sharing.looking',
  offline: 'app.sharing.notMet',
} as const satisfies Record<string, TextId>
const storageWords = {
  ok: 'app.diagnostics.storageOk',
  failing: 'app.diagnostics.storageFailing',
  full: 'app.diagnostics.storageFull',
  none: 'app.diagnostics.storageNone',
} as const satisfies Record<string, TextId>

function Diagnostics({ team }: { team: AppTeam }) {
  const sharing = useReadable(team.sharing)
  const { trouble } = sharing
  const facts: readonly (readonly [TextId, string])[] = [
    ['app.diagnostics.version', appVersion],
    ['app.diagnostics.meetingPoint', text(connectionWords[sharing.connection])],
    ['app.diagnostics.storage', text(storageWords[sharing.storage])],
    ['app.diagnostics.changed', String(sharing.changed)],
    ['app.diagnostics.kept', String(sharing.kept)],
    ['app.diagnostics.files', String(sharing.files)],
    ['app.diagnostics.devices', String(sharing.otherDevices)],
    ['app.diagnostics.badFrames', String(sharing.badFrames)],
    ['app.diagnostics.secure', text(window.isSecureContext ? 'app.yes' : 'app.no')],
  ]
  return (
    <section className={styles.section} aria-labelledby="settings-diagnostics">
      <h2 id="settings-diagnostics">{text('app.diagnostics.title')}</h2>
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{text(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {sharing.badFrames > 0 && <p className={styles.note}>{text('app.diagnostics.badFramesNote')}</p>}
      {trouble && <p className={styles.note}>{isTextId(trouble) ? text(trouble) : trouble}</p>}
    </section>
  )
}

export const SettingsPage = ({ team }: { team: AppTeam }) => (
  <div className={styles.page}>
    <Looks />
    <NewsSettings />
    <Keeping />
    <section className={styles.section} aria-label={text('app.settings.teams')}>
      <SettingsRow title={text('app.settings.teams')} note={text('app.settings.teamsNote')}>
        <Link href="/teams" className={buttonClass()}>
          {text('app.teams')}
        </Link>
      </SettingsRow>
    </section>
    <Diagnostics team={team} />
  </div>
)
