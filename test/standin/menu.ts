// Menu and MenuItem as a model: no menu is drawn, but labels, states, accelerators and clicks are Electron's.
import { getApplicationMenu, setApplicationMenu } from './application-menu.ts'
import { record } from './record.ts'
import { type RoleFacts, roleFacts } from './menu-roles.ts'
import { StrictEmitter, strict } from './strict.ts'
import { focusedWindow } from './windows.ts'
import type { BrowserWindow } from './browser-window.ts'

export interface MenuItemOptions {
  readonly id?: string
  readonly type?: 'normal' | 'separator' | 'submenu' | 'checkbox' | 'radio'
  readonly role?: string
  readonly label?: string
  readonly sublabel?: string
  readonly toolTip?: string
  readonly accelerator?: string
  readonly enabled?: boolean
  readonly visible?: boolean
  readonly checked?: boolean
  readonly registerAccelerator?: boolean
  readonly submenu?: readonly MenuItemOptions[] | Menu
  readonly click?: (item: MenuItem, window: BrowserWindow | undefined, event: object) => void
}

const known = new Set([
  'id',
  'type',
  'role',
  'label',
  'sublabel',
  'toolTip',
  'accelerator',
  'enabled',
  'visible',
  'checked',
  'registerAccelerator',
  'submenu',
  'click',
  'icon',
  'acceleratorWorksWhenHidden',
  'before',
  'after',
])
let lastCommand = 0

export class MenuItem {
  id: string | undefined
  type: string
  role: string | undefined
  label: string
  sublabel: string
  toolTip: string
  accelerator: string | undefined
  enabled: boolean
  visible: boolean
  checked: boolean
  registerAccelerator: boolean
  submenu: Menu | undefined
  commandId = ++lastCommand
  menu: Menu | undefined
  click: (event?: object, window?: BrowserWindow | null) => void

  constructor(options: MenuItemOptions) {
    const strange = Object.keys(options).find((name) => !known.has(name))
    if (strange !== undefined) throw new Error(`stand-in: MenuItem has no option ${strange}`)
    const facts: RoleFacts = options.role === undefined ? {} : roleFacts(options.role)
    const submenu = options.submenu ?? facts.submenu
    if (options.type === 'submenu' && !submenu) throw new Error('Invalid submenu')
    this.id = options.id
    this.type = options.type ?? (submenu ? 'submenu' : 'normal')
    this.role = options.role
    this.label = options.label ?? facts.label ?? ''
    this.sublabel = options.sublabel ?? ''
    this.toolTip = options.toolTip ?? ''
    this.accelerator = options.accelerator ?? facts.accelerator
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.checked = options.checked ?? false
    this.registerAccelerator = options.registerAccelerator ?? true
    this.submenu = submenu instanceof Menu || submenu === undefined ? submenu : Menu.buildFromTemplate(submenu)
    this.click = (event = {}, window = focusedWindow()) => {
      if (!this.enabled || !this.visible) return
      this.#check()
      if (options.click) options.click(this, window ?? undefined, event)
      else facts.run?.(window)
    }
    return strict('MenuItem', this)
  }
  #check() {
    if (this.type === 'checkbox') this.checked = !this.checked
    if (this.type !== 'radio') return
    for (const item of this.menu?._groupOf(this.commandId) ?? []) item.checked = item.commandId === this.commandId
  }
}

export class Menu extends StrictEmitter {
  readonly #items: MenuItem[] = []

  constructor() {
    super('Menu', ['menu-will-show', 'menu-will-close'])
  }
  static buildFromTemplate(template: readonly (MenuItemOptions | MenuItem)[]): Menu {
    const menu = new Menu()
    for (const item of template) menu.append(item instanceof MenuItem ? item : new MenuItem(item))
    return menu
  }
  static setApplicationMenu(menu: Menu | null) {
    setApplicationMenu(menu)
  }
  static getApplicationMenu() {
    return getApplicationMenu()
  }
  get items() {
    return this.#items
  }
  append(item: MenuItem) {
    this.insert(this.#items.length, item)
  }
  insert(position: number, item: MenuItem) {
    item.menu = this
    this.#items.splice(position, 0, item)
  }
  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.#items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }
  popup() {
    record('menu-popup', { labels: this.#items.map((item) => item.label) })
    this.emit('menu-will-show')
  }
  closePopup() {
    this.emit('menu-will-close')
  }
  /** Not Electron's: the radio items that stand together with this one. */
  _groupOf(commandId: number): MenuItem[] {
    const groups: MenuItem[][] = [[]]
    for (const item of this.#items) {
      if (item.type === 'radio') groups.at(-1)?.push(item)
      else groups.push([])
    }
    return groups.find((group) => group.some((item) => item.commandId === commandId)) ?? []
  }
}
