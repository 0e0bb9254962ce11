// shell: nothing leaves the machine or the app; what was asked for is recorded.
import { access } from 'node:fs/promises'
import { record } from './record.ts'
import { strict } from './strict.ts'

export const shell = strict('shell', {
  openExternal: async (url: string) => {
    if (!URL.canParse(url)) throw new Error('Invalid URL')
    record('openExternal', { url })
    return Promise.resolve()
  },
  /** Like Electron's: '' or the reason why the path cannot be opened. */
  openPath: async (path: string) => {
    record('openPath', { path })
    return access(path).then(
      () => '',
      () => 'Failed to open path',
    )
  },
  showItemInFolder: (path: string) => record('showItemInFolder', { path }),
  beep: () => record('beep', {}),
})
