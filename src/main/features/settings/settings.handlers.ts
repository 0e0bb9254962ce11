// What each procedure of settings does.
import type { Handlers } from '#main/rpc/handlers.ts'
import { putSettings, readSettings } from './settings.repository.ts'

export const settingsHandlers: Handlers['settings'] = {
  get: ({ db }) => readSettings(db),

  update: ({ tx }, changes) => {
    putSettings(tx, changes)
    return readSettings(tx)
  },
}
