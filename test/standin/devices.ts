// The machine around the app: one display, a clipboard of its own, mains power, notifications that are recorded.
import { record } from './record.ts'
import { later } from './run.ts'
import { StrictEmitter, createEvent, strict } from './strict.ts'

const display = {
  id: 1,
  label: 'Stand-in',
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
  workArea: { x: 0, y: 0, width: 1920, height: 1040 },
  size: { width: 1920, height: 1080 },
  workAreaSize: { width: 1920, height: 1040 },
  scaleFactor: 1,
  rotation: 0,
  internal: false,
}

export class Screen extends StrictEmitter {
  constructor() {
    super('screen', ['display-added', 'display-removed', 'display-metrics-changed'])
  }
  getPrimaryDisplay() {
    return structuredClone(display)
  }
  getAllDisplays() {
    return [this.getPrimaryDisplay()]
  }
  getDisplayMatching() {
    return this.getPrimaryDisplay()
  }
  getDisplayNearestPoint() {
    return this.getPrimaryDisplay()
  }
  getCursorScreenPoint() {
    return { x: 0, y: 0 }
  }
}

export class PowerMonitor extends StrictEmitter {
  constructor() {
    super('powerMonitor', ['suspend', 'resume', 'lock-screen', 'unlock-screen', 'shutdown', 'on-ac', 'on-battery'])
  }
  get onBatteryPower() {
    return false
  }
  isOnBatteryPower() {
    return false
  }
  getSystemIdleState() {
    return 'active'
  }
  getSystemIdleTime() {
    return 0
  }
}

interface NoticeOptions {
  readonly title?: string
  readonly body?: string
  readonly timeoutType?: string
  readonly actions?: readonly { readonly type: 'button'; readonly text: string }[]
}

export class Notification extends StrictEmitter {
  readonly #options: NoticeOptions

  constructor(options: NoticeOptions = {}) {
    super('Notification', ['show', 'click', 'close', 'failed', 'action', 'reply'])
    this.#options = options
  }
  static isSupported() {
    return true
  }
  get title() {
    return this.#options.title ?? ''
  }
  get body() {
    return this.#options.body ?? ''
  }
  show() {
    record('notification', { title: this.title, body: this.body, actions: this.#options.actions?.map(({ text }) => text) ?? [] })
    later(() => this.emit('show', createEvent({})))
  }
  close() {
    later(() => this.emit('close', createEvent({})))
  }
}

let copied = ''

export const screen = new Screen()
export const powerMonitor = new PowerMonitor()
/** Electron's clipboard is asynchronous; a kept text of the app's own stands for the system's. */
export const clipboard = strict('clipboard', {
  readText: () => Promise.resolve(copied),
  writeText: (text: string) => {
    copied = text
    return Promise.resolve()
  },
  clear: () => {
    copied = ''
  },
})
export const crashReporter = strict('crashReporter', {
  start: ({ uploadToServer = true, submitURL }: { uploadToServer?: boolean; submitURL?: string }) => {
    if (uploadToServer && submitURL === undefined) throw new Error('submitURL must be specified when uploadToServer is true')
  },
  addExtraParameter: () => undefined,
  getUploadedReports: () => [],
})
