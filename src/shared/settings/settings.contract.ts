// What can be asked about the workspace's settings.
import { mutation, query } from '#shared/base/procedure.ts'
import { z } from 'zod'
import { settings } from './settings.ts'

export const settingsContract = {
  get: query(z.object({}), settings, { needs: 'settings.view' }),
  update: mutation(settings.partial(), settings, { needs: 'settings.edit' }),
}
