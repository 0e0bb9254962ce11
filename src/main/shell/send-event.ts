// The one way from the main process to a page.
import type { WebContents } from 'electron'
import type { AppEvent } from '#shared/base/procedure.ts'

/** Sends an event to a page, if it is still there. */
export const sendEvent = (contents: WebContents, event: AppEvent): void => {
  if (!contents.isDestroyed() && !contents.isCrashed()) contents.send('event', event)
}
