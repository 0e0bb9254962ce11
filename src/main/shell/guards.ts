// What no page may do: leave the app, open windows, reach the network, or ask for the camera.
import { app, shell, type Session, type WebContents } from 'electron'
import { describe, type Log } from './log.ts'
import { isOutsideLink, isOwnPage, isOwnRequest } from './app-pages.ts'

/** Closes the session: no permission but writing to the clipboard, no device, no screen, no request that leaves the app. */
export const guardSession = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler((_contents, permission) => permission === 'clipboard-sanitized-write')
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}))
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest((request, decide) => decide({ cancel: !isOwnRequest(request.url) }))
  session.on('will-download', (event) => event.preventDefault())
}

/** Keeps every page, whoever made it, on the app's own pages. To be called before the first window is made. */
export const guardPages = (log: Log): void => {
  app.on('web-contents-created', (_event, contents) => guardPage(contents, log))
}

const guardPage = (contents: WebContents, log: Log): void => {
  contents.setWindowOpenHandler(({ url }) => {
    if (isOutsideLink(url))
      shell.openExternal(url).catch((error: unknown) => log.warn(`no program for a link: ${describe(error)}`))
    return { action: 'deny' }
  })
  contents.on('will-navigate', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
