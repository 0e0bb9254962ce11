// What Chromium says about its targets as a whole: titles, closed pages, and popups that no guard of ours caught.
import { browser } from './browser.ts'
import { createEvent } from './strict.ts'
import { WebContents } from './web-contents.ts'

let watching = false

/** Begins once, with the first window. */
export const watchTargets = () => {
  if (watching) return
  watching = true
  browser().on('Target.targetCreated', ({ targetInfo }) => {
    if (targetInfo.openerId !== undefined && WebContents.fromDevToolsTargetId(targetInfo.openerId)) {
      void browser().send('Target.closeTarget', { targetId: targetInfo.targetId })
    }
  })
  browser().on('Target.targetInfoChanged', ({ targetInfo }) => {
    const contents = WebContents.fromDevToolsTargetId(targetInfo.targetId)
    if (contents) void readTitle(contents)
  })
  browser().on('Target.targetDestroyed', ({ targetId }) => WebContents.fromDevToolsTargetId(targetId)?._gone())
}

// The target's own title is its address while a page loads, so the document is asked.
const readTitle = async (contents: WebContents) => {
  const title = await contents.executeJavaScript('document.title').catch(() => '') // it may be leaving
  if (typeof title !== 'string' || title === '' || title === contents.getTitle() || contents.isDestroyed()) return
  contents._state.title = title
  const event = createEvent({})
  contents.emit('page-title-updated', event, title, true)
  contents._window._titleIs(title, event)
}
