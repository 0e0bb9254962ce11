// Every request of a page: custom schemes are answered by the app, the app may refuse any, and the network is closed.
import type { WebContents } from './web-contents.ts'
import { isCustomScheme, schemeOf, toApp, toBrowser } from './addresses.ts'
import type { Page } from './page.ts'
import type { Payload } from './cdp.ts'
import { handlerOf, privilegesOf } from './protocol.ts'
import { record } from './record.ts'
import { run, say } from './run.ts'
import { createEvent } from './strict.ts'
import { askBefore, askReceived } from './web-request.ts'

type Paused = Payload<'Fetch.requestPaused'>
type Refusal = 'Aborted' | 'BlockedByClient' | 'Failed' | 'InternetDisconnected' | 'AccessDenied'

const kinds: Record<string, string> = {
  Document: 'mainFrame',
  Stylesheet: 'stylesheet',
  Image: 'image',
  Media: 'media',
  Font: 'font',
  Script: 'script',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  WebSocket: 'webSocket',
  CSPViolationReport: 'cspReport',
}
const passing = new Set(['about', 'blob', 'data', 'devtools'])
const isLoopback = (url: string) => /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]/.test(url)

export const answerRequests = (contents: WebContents, page: Page) => {
  page.on('Fetch.requestPaused', (paused) => {
    answer(contents, page, paused).catch((error: unknown) => {
      if (!run.exiting && !contents.isDestroyed()) say(`request of ${paused.request.url}: ${String(error)}`)
    })
  })
}

const answer = async (contents: WebContents, page: Page, paused: Paused) => {
  const { requestId, request, resourceType } = paused
  const url = toApp(request.url + (request.urlFragment ?? ''))
  const isMainFrame = paused.frameId === page.frameId()
  const fail = (errorReason: Refusal) => page.send('Fetch.failRequest', { requestId, errorReason })

  if (resourceType === 'Document' && !mayNavigate(contents, url, isMainFrame, paused.redirectedRequestId !== undefined)) {
    record('navigation-prevented', { url, isMainFrame })
    return fail('Aborted')
  }
  const kind = resourceType === 'Document' && !isMainFrame ? 'subFrame' : (kinds[resourceType] ?? 'other')
  const details = {
    id: 0,
    url,
    method: request.method,
    resourceType: kind,
    webContentsId: contents.id,
    timestamp: Date.now(),
    referrer: '',
  }
  const said = await askBefore(details)
  if (said.redirectURL !== undefined) throw new Error('redirectURL of onBeforeRequest is not imitated')
  if (said.cancel === true) {
    record('blocked', { url, by: 'webRequest' })
    return fail('BlockedByClient')
  }
  const scheme = schemeOf(url)
  if (isCustomScheme(scheme)) {
    if ((resourceType === 'Fetch' || resourceType === 'XHR') && !privilegesOf(scheme).supportFetchAPI) return fail('Failed')
    return answerByApp(page, paused, { url, kind })
  }
  if (passing.has(scheme) || isLoopback(url)) return page.send('Fetch.continueRequest', { requestId })
  record('blocked', { url, by: 'stand-in' })
  return fail('InternetDisconnected')
}

// loadURL and reload are the app's own doing and ask nobody; all else does, as in Electron.
const mayNavigate = (contents: WebContents, url: string, isMainFrame: boolean, isRedirect: boolean): boolean => {
  if (!isRedirect && isMainFrame && contents._isOwnNavigation(url)) return true
  const frame = isMainFrame ? contents.mainFrame : null
  const event = createEvent({ url, isMainFrame, isSameDocument: false, frame, initiator: contents.mainFrame })
  if (isRedirect) contents.emit('will-redirect', event, url, false, isMainFrame)
  else {
    contents.emit('will-frame-navigate', event, url, false, isMainFrame)
    if (isMainFrame && !event.defaultPrevented) contents.emit('will-navigate', event, url, false, isMainFrame)
  }
  return !event.defaultPrevented
}

const answerByApp = async (page: Page, paused: Paused, { url, kind }: { url: string; kind: string }) => {
  const { requestId, request } = paused
  const handler = handlerOf(schemeOf(url))
  const fail = () => page.send('Fetch.failRequest', { requestId, errorReason: 'Failed' })
  if (!handler) return fail()
  let response: Response
  try {
    response = await handler(new Request(url, { method: request.method, headers: request.headers, ...bodyOf(paused) }))
  } catch (error) {
    process.stderr.write(`${String(error)}\n`) // Electron prints it and answers with net::ERR_UNEXPECTED
    return fail()
  }
  if (!(response instanceof Response) || response.type === 'error') return fail()
  const headers = Object.fromEntries(
    [...response.headers].map(([name, value]) => [name, [name === 'location' ? toBrowser(value) : value]]),
  )
  const said = await askReceived({
    url,
    method: request.method,
    resourceType: kind,
    statusCode: response.status,
    responseHeaders: headers,
  })
  if (said.cancel === true) return page.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
  return page.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: Object.entries(said.responseHeaders ?? headers).flatMap(([name, values]) =>
      [values].flat().map((value) => ({ name, value })),
    ),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  })
}

const bodyOf = ({ request }: Paused): { body?: Uint8Array<ArrayBuffer> } => {
  if (!request.hasPostData || request.method === 'GET' || request.method === 'HEAD') return {}
  const parts = request.postDataEntries ?? []
  if (parts.length === 0 || parts.some((part) => part.bytes === undefined))
    throw new Error('this kind of request body is not imitated')
  return { body: new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part.bytes ?? '', 'base64')))) }
}
