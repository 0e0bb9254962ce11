// session.defaultSession: the only session there is. Permission answers reach Chromium before each page loads.
import { originOf } from './addresses.ts'
import { browser } from './browser.ts'
import { getPath } from './app-paths.ts'
import { protocol } from './protocol.ts'
import { run } from './run.ts'
import { StrictEmitter, strict } from './strict.ts'
import { webRequest } from './web-request.ts'

type Check = (contents: unknown, permission: string, origin: string, details: object) => boolean
type Ask = (contents: unknown, permission: string, answer: (granted: boolean) => void, details: object) => void

// Electron's name of a permission → the descriptor by which Chromium knows it.
const permissions: Record<string, { name: string; allowWithoutSanitization?: boolean }[]> = {
  notifications: [{ name: 'notifications' }],
  geolocation: [{ name: 'geolocation' }],
  media: [{ name: 'camera' }, { name: 'microphone' }],
  'clipboard-read': [{ name: 'clipboard-read' }],
  'clipboard-sanitized-write': [{ name: 'clipboard-write' }],
  midi: [{ name: 'midi' }],
}

export class Session extends StrictEmitter {
  #check: Check | null = null
  #ask: Ask | null = null

  constructor() {
    super('session.defaultSession', ['will-download', 'spellcheck-dictionary-download-begin'])
  }
  get protocol() {
    return protocol
  }
  get webRequest() {
    return webRequest
  }
  get storagePath() {
    return getPath('sessionData')
  }
  getStoragePath() {
    return getPath('sessionData')
  }
  setPermissionCheckHandler(handler: Check | null) {
    this.#check = handler
  }
  setPermissionRequestHandler(handler: Ask | null) {
    this.#ask = handler
  }
  // Devices, screen capture, spelling and certificates cannot be reached in the stand-in: nothing ever asks these.
  setDevicePermissionHandler() {}
  setDisplayMediaRequestHandler() {}
  setBluetoothPairingHandler() {}
  setUSBProtectedClassesHandler() {}
  setCertificateVerifyProc() {}
  setSpellCheckerEnabled() {}
  setSpellCheckerLanguages() {}
  setSpellCheckerDictionaryDownloadURL() {}
  isPersistent() {
    return true
  }
  async clearCache() {
    return Promise.resolve()
  }
  /** Not Electron's: makes Chromium give the app's answers to pages of this browser address. */
  async _grant(address: string, origin: string) {
    for (const [permission, descriptors] of Object.entries(permissions)) {
      const granted = this.#isGranted(permission, origin)
      for (const descriptor of descriptors) {
        await browser().send('Browser.setPermission', {
          permission: descriptor,
          setting: granted ? 'granted' : 'denied',
          origin: originOf(address),
        })
      }
    }
  }
  #isGranted(permission: string, origin: string) {
    if (this.#check) return this.#check(null, permission, origin, { requestingUrl: `${origin}/`, isMainFrame: true })
    let granted = true
    this.#ask?.(null, permission, (answer) => (granted = answer), { requestingUrl: `${origin}/`, isMainFrame: true })
    return granted
  }
}

export const defaultSession = new Session()

export const session = strict('session', {
  get defaultSession() {
    if (!run.ready) throw new Error('Session can only be received when app is ready')
    return defaultSession
  },
})
