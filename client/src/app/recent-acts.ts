// The acts that were last chosen in the palette on this device, the latest first.
const KEY = 'yokoten.recent-acts'
const MOST = 6

const isTextList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

export const recentActs = {
  get(): readonly string[] {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
      return isTextList(kept) ? kept.slice(0, MOST) : []
    } catch {
      return []
    }
  },
  add(id: string): void {
    const next = [id, ...recentActs.get().filter((one) => one !== id)].slice(0, MOST)
    try {
      localStorage.setItem(KEY, JSON.stringify(next))
    } catch {
      // A device that cannot keep it shows the acts in their usual order.
    }
  },
}
