// The store of files as a thread holds it: its keys are derived from the data key before that one is zeroed.
import { type AttachmentStore, createAttachmentStore } from '#main/attachments/attachment-store.ts'
import { subKey } from '#main/workspace/sealing.ts'
import { attachmentsOf } from '#main/workspace/workspace-folder.ts'
import type { ThreadStart } from './thread-messages.ts'

type Place = Pick<ThreadStart, 'folder' | 'dataKey'>

export const openThreadAttachments = ({ folder, dataKey }: Place, random: (bytes: Uint8Array) => void): AttachmentStore => {
  const key = subKey(dataKey, 'attachments')
  const store = createAttachmentStore({ folder: attachmentsOf(folder), key, random })
  key.fill(0)
  return store
}
