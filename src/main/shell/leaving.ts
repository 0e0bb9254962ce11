// The order of the end: prints first, then the windows, then the engine, then the process.
import { app } from 'electron'
import type { Printing } from './printing.ts'

export const leaveInOrder = (printing: Printing, closeEngine: () => Promise<void>): void => {
  app.on('before-quit', (event) => {
    if (!printing.isBusy()) return
    event.preventDefault()
    void printing.whenIdle().then(() => app.quit())
  })

  // After the windows, so that no page sees the engine go and a page that keeps its window open keeps its data too.
  let isClosed = false
  app.on('will-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    void closeEngine().finally(() => {
      isClosed = true
      app.quit()
    })
  })

  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
}
