// webContents.mainFrame. Frames inside it are known only as senders of messages.
import { originOf } from './addresses.ts'
import { strict } from './strict.ts'
import type { WebContents } from './web-contents.ts'

export type WebFrameMain = ReturnType<typeof mainFrameOf>

export const mainFrameOf = (contents: WebContents) =>
  strict('webContents.mainFrame', {
    get url() {
      return contents.getURL()
    },
    get origin() {
      return originOf(contents.getURL())
    },
    parent: null,
    get top(): unknown {
      return contents.mainFrame
    },
    processId: 1,
    routingId: 1,
    detached: false,
    isDestroyed: () => contents.isDestroyed(),
    send: (channel: string, ...args: unknown[]) => contents.send(channel, ...args),
    executeJavaScript: (code: string) => contents.executeJavaScript(code),
  })
