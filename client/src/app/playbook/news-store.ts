// What this device wants to be told of and what it has said: kept here, never written into a document.
import { NOTHING_SAID, USUAL_NEWS } from './news-rules'
import type { NewsSaid, NewsSettings } from './news-rules'

const SETTINGS_KEY = 'yokoten.news'
const saidKey = (team: string): string => `yokoten.news-said.${team}`
const DAY_MINUTES = 24 * 60

function readJson(key: string): Record<string, unknown> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // A device that cannot keep it asks again after a restart.
  }
}

const minutesOr = (value: unknown, usual: number): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < DAY_MINUTES ? value : usual

/** What was kept, with anything unknown replaced by the usual. */
export function parseNews(kept: Record<string, unknown>): NewsSettings {
  return {
    say: (['once', 'daily', 'never'] as const).find((one) => one === kept.say) ?? USUAL_NEWS.say,
    quietFrom: minutesOr(kept.quietFrom, USUAL_NEWS.quietFrom),
    quietTo: minutesOr(kept.quietTo, USUAL_NEWS.quietTo),
    system: kept.system === true,
  }
}

function createNewsSettings() {
  let current = parseNews(readJson(SETTINGS_KEY))
  const listeners = new Set<() => void>()
  return {
    get: (): NewsSettings => current,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    change(part: Partial<NewsSettings>): void {
      current = { ...current, ...part }
      write(SETTINGS_KEY, current)
      for (const listener of [...listeners]) listener()
    },
  }
}

export const newsSettings = createNewsSettings()

export function newsSaid(team: string): NewsSaid {
  const { known, digest } = readJson(saidKey(team))
  return {
    known: Array.isArray(known) ? known.filter((one) => typeof one === 'string') : NOTHING_SAID.known,
    digest: typeof digest === 'string' ? digest : NOTHING_SAID.digest,
  }
}

export const keepNewsSaid = (team: string, said: NewsSaid): void => write(saidKey(team), said)
