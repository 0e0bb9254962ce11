// What each procedure of the office's machines does.
import { AppError } from '#shared/base/app-error.ts'
import { MOST_DEVICES } from '#shared/devices/devices.contract.ts'
import { freeLetter } from '#shared/devices/series-letter.ts'
import type { WriteTx } from '#main/db/database.ts'
import type { Handlers } from '#main/rpc/handlers.ts'
import { insertDevice, listDevices, listEverKnown, ownLetter } from './devices.repository.ts'

const requireDevice = (tx: WriteTx, id: string): void => {
  if (!listDevices(tx).some((device) => device.id === id)) throw new AppError('not_found', 'errors.gone', { id })
}

export const devicesHandlers: Handlers['devices'] = {
  list: ({ db }) => listDevices(db),

  admit: ({ tx, actor }, { id, name }) => {
    const known = listEverKnown(tx)
    const before = known.find((device) => device.id === id)
    if (listDevices(tx).length >= MOST_DEVICES && before?.archivedAt !== null)
      throw new AppError('conflict', 'devices.tooMany', { most: MOST_DEVICES })
    const own = ownLetter(tx)
    const letter = before?.letter ?? (known.length === 0 ? own : freeLetter([own, ...known.map((device) => device.letter)]))
    if (before) {
      tx.restore('devices', id)
      tx.update('devices', id, { name })
    } else insertDevice(tx, { id, name, letter, addedById: actor.userId })
    const device = listDevices(tx).find((one) => one.id === id)
    if (!device) throw new AppError('not_found', 'errors.gone', { id })
    return device
  },

  rename: ({ tx }, { id, name }) => {
    requireDevice(tx, id)
    tx.update('devices', id, { name })
    return null
  },

  remove: ({ tx }, { id }) => {
    requireDevice(tx, id)
    tx.archive('devices', id)
    return null
  },
}
