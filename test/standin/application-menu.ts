// Which menu is the application's. Kept apart from Menu so that `app.applicationMenu` needs no class.
import type { Menu } from './menu.ts'

let menu: Menu | null = null

export const getApplicationMenu = () => menu
export const setApplicationMenu = (next: Menu | null) => {
  menu = next
}
