// The shape that stands for a kind of file in a list.
import type { FileShape } from '#renderer/ui/files/FileIcon.tsx'
import { previewOf } from '#shared/attachments/file-kinds.ts'

const MAILS = new Set(['message/rfc822', 'application/vnd.ms-outlook'])

export const shapeOf = (mimeType: string): FileShape => {
  if (MAILS.has(mimeType)) return 'mail'
  if (/sheet|excel|csv|tab-separated/u.test(mimeType)) return 'table'
  return previewOf(mimeType) ?? (/word|document|html/u.test(mimeType) ? 'text' : 'other')
}
