// window.open and links to a new window never reach Chromium: they are reported to setWindowOpenHandler, and the page gets null.
// The source text of `guardOpening` runs in the page's own world, so it may use nothing from outside itself.
import type { Bridge } from './bridge.ts'

export const guardOpening = (bridge: Bridge) => {
  const tell = (address: string, name: string, features: string) => {
    const url = URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI).href : 'about:blank'
    bridge.tell({ type: 'open', url, name, features })
  }
  window.open = (url = '', name = '', features = '') => {
    tell(String(url), name, features)
    return null
  }
  const guard = (event: MouseEvent) => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement || node instanceof HTMLAreaElement)
    if (event.defaultPrevented || !link || link.href === '') return
    if (link.target !== '_blank' && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button !== 1) return
    event.preventDefault()
    tell(link.href, link.target, '')
  }
  addEventListener('click', guard)
  addEventListener('auxclick', guard)
}
