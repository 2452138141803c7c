// Settings of this device on what waits for one's voice: when it is said, quiet hours, and whether the system shows it.
import { useState } from 'react'
import { Button } from '../../design/button'
import { Segmented } from '../../design/segmented'
import { TextField } from '../../design/text-field'
import { useReadable } from '../../react'
import { text } from '../../text'
import type { TextId } from '../../text'
import { SettingsRow } from '../settings-row'
import styles from '../settings-page.module.css'
import { newsSettings } from './news-store'

const twoDigits = (part: number): string => String(part).padStart(2, '0')
const timeOf = (minutes: number): string =>
  `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`

/** Undefined while what is typed is no time yet. */
function minutesOf(time: string): number | undefined {
  const [, hours, minutes] = /^(\d\d):(\d\d)$/u.exec(time) ?? []
  return hours === undefined || minutes === undefined ? undefined : Number(hours) * 60 + Number(minutes)
}

type Permission = NotificationPermission | 'unsupported'
const permissionNow = (): Permission => ('Notification' in window ? Notification.permission : 'unsupported')

const SYSTEM_WORDS = {
  default: 'proposals.news.system.note',
  granted: 'proposals.news.system.note',
  denied: 'proposals.news.system.denied',
  unsupported: 'proposals.news.system.unsupported',
} as const satisfies Record<Permission, TextId>

function BySystem() {
  const { system } = useReadable(newsSettings)
  const [permission, setPermission] = useState(permissionNow)
  const isOn = system && permission === 'granted'
  const ask = async () => {
    const answer = permission === 'granted' ? permission : await Notification.requestPermission()
    setPermission(answer)
    newsSettings.change({ system: answer === 'granted' })
  }
  return (
    <SettingsRow
      title={text('proposals.news.system')}
      note={text(isOn ? 'proposals.news.system.granted' : SYSTEM_WORDS[permission])}
    >
      {(permission === 'default' || permission === 'granted') && (
        <Button onPress={() => (isOn ? newsSettings.change({ system: false }) : void ask())}>
          {text(isOn ? 'proposals.news.system.off' : 'proposals.news.system.ask')}
        </Button>
      )}
    </SettingsRow>
  )
}

/** A time of day that is taken over as soon as it is one. */
function QuietTime({ end }: { end: 'quietFrom' | 'quietTo' }) {
  const kept = useReadable(newsSettings)[end]
  return (
    <TextField
      type="time"
      label={text(`proposals.news.${end}`)}
      value={timeOf(kept)}
      onChange={(typed) => {
        const minutes = minutesOf(typed)
        if (minutes !== undefined) newsSettings.change({ [end]: minutes })
      }}
    />
  )
}

export function NewsSettings() {
  const { say } = useReadable(newsSettings)
  return (
    <section className={styles.section} aria-labelledby="settings-news">
      <h2 id="settings-news">{text('proposals.news.settings')}</h2>
      <SettingsRow title={text('proposals.news.say')} note={text('proposals.news.settingsNote')}>
        <Segmented
          label={text('proposals.news.say')}
          segments={(['once', 'daily', 'never'] as const).map((id) => ({
            id,
            label: text(`proposals.news.say.${id}`),
          }))}
          value={say}
          onChange={(chosen) => newsSettings.change({ say: chosen })}
        />
      </SettingsRow>
      {say !== 'never' && (
        <>
          <SettingsRow title={text('proposals.news.quiet')} note={text('proposals.news.quietNote')}>
            <QuietTime end="quietFrom" />
            <QuietTime end="quietTo" />
          </SettingsRow>
          <BySystem />
        </>
      )}
    </section>
  )
}
