// Numbers for Prometheus: what the relay counted, and what it holds now.
import { Counter, Gauge, Registry, collectDefaultMetrics } from 'prom-client'
import { EVENTS } from './ports'
import type { Count } from './ports'

export interface Metrics {
  readonly count: Count
  /** A number read whenever the metrics are asked for. */
  gauge(name: string, help: string, read: () => number): void
  /** The text exposition, with its media type. */
  render(): Promise<{ type: string; text: string }>
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const events = new Counter({
    name: 'yokoten_events_total',
    help: 'What the relay did, by kind.',
    labelNames: ['event'],
    registers: [registry],
  })
  for (const event of EVENTS) events.inc({ event }, 0)
  return {
    count: (event, by = 1) => events.inc({ event }, by),
    gauge(name, help, read) {
      new Gauge({
        name,
        help,
        registers: [registry],
        collect() {
          this.set(read())
        },
      })
    },
    render: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  }
}
