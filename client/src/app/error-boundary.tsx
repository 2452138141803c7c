// When a screen breaks: a clear sentence, a way back, and the details for whoever repairs it. React wants a class here.
import { TriangleAlert } from 'lucide-react'
import { Component } from 'react'
import type { ReactNode } from 'react'
import { Button } from '../design/button'
import { EmptyState } from '../design/empty-state'
import { text } from '../text'
import styles from './error-boundary.module.css'
import { lastPlace } from './last-place'

interface ErrorBoundaryProps {
  /** A new value tries again, e.g. the address. */
  readonly resetKey: string
  readonly children: ReactNode
}
interface Broken {
  readonly error: unknown
}

/** A part of the app that could not be fetched: the relay that serves it is away, or a newer version replaced it. */
const isMissingPart = (error: unknown): boolean =>
  error instanceof TypeError && /dynamically imported|module script|import/iu.test(error.message)

const detailsOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)

export class ErrorBoundary extends Component<ErrorBoundaryProps, { broken: Broken | undefined }> {
  override state: { broken: Broken | undefined } = { broken: undefined }

  static getDerivedStateFromError(error: unknown) {
    return { broken: { error } }
  }

  override componentDidUpdate(previous: ErrorBoundaryProps) {
    if (this.state.broken && previous.resetKey !== this.props.resetKey) this.setState({ broken: undefined })
  }

  override render() {
    const { broken } = this.state
    if (!broken) return this.props.children
    const missing = isMissingPart(broken.error)
    return (
      <main className={styles.trouble}>
        <EmptyState
          icon={TriangleAlert}
          title={text(missing ? 'app.error.missing' : 'app.error.title')}
          acts={
            <>
              <Button onPress={() => this.setState({ broken: undefined })}>{text('app.error.again')}</Button>
              <Button
                onPress={() => {
                  lastPlace.forget()
                  location.assign('/teams')
                }}
              >
                {text('app.error.start')}
              </Button>
              <Button look="main" onPress={() => location.reload()}>
                {text('app.error.reload')}
              </Button>
            </>
          }
        >
          <p>{text(missing ? 'app.error.missingWords' : 'app.error.words')}</p>
          <details className={styles.details}>
            <summary>{text('app.error.details')}</summary>
            <pre>{detailsOf(broken.error)}</pre>
          </details>
        </EmptyState>
      </main>
    )
  }
}
