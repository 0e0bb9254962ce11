// session.webRequest: the app's say on every request before it is answered.
import { strict } from './strict.ts'

export interface RequestDetails {
  readonly id: number
  readonly url: string
  readonly method: string
  readonly resourceType: string
  readonly webContentsId: number
  readonly timestamp: number
  readonly referrer: string
}
export interface HeaderDetails {
  readonly url: string
  readonly method: string
  readonly resourceType: string
  readonly statusCode: number
  readonly responseHeaders: Record<string, string[]>
}
interface Before {
  readonly cancel?: boolean
  readonly redirectURL?: string
}
interface Received {
  readonly cancel?: boolean
  readonly responseHeaders?: Record<string, string | string[]>
}
type Listener<Details, Answer> = (details: Details, callback: (answer: Answer) => void) => void

let before: Listener<RequestDetails, Before> | null = null
let received: Listener<HeaderDetails, Received> | null = null

const withoutFilter = <T>(first: T, second: unknown): T => {
  if (second !== undefined) throw new Error('stand-in: a filter of webRequest is not imitated')
  return first
}

export const webRequest = strict('session.webRequest', {
  onBeforeRequest: (first: typeof before, second?: unknown) => {
    before = withoutFilter(first, second)
  },
  onHeadersReceived: (first: typeof received, second?: unknown) => {
    received = withoutFilter(first, second)
  },
})

/** What the app answers before a request; an empty answer lets it pass. */
export const askBefore = (details: RequestDetails) =>
  new Promise<Before>((resolve) => (before ? before(details, resolve) : resolve({})))

/** The headers with which a response goes on. */
export const askReceived = (details: HeaderDetails) =>
  new Promise<Received>((resolve) => (received ? received(details, resolve) : resolve({})))
