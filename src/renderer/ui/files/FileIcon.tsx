// The kind of a file as a shape.
import { IconFile, IconFileText, IconFileTypePdf, IconMail, IconPhoto, IconTable, type TablerIcon } from '@tabler/icons-react'
import classes from './FileIcon.module.css'

export type FileShape = 'picture' | 'pdf' | 'text' | 'table' | 'mail' | 'other'

const icons: Readonly<Record<FileShape, TablerIcon>> = {
  picture: IconPhoto,
  pdf: IconFileTypePdf,
  text: IconFileText,
  table: IconTable,
  mail: IconMail,
  other: IconFile,
}

export function FileIcon({ shape }: { readonly shape: FileShape }) {
  const Icon = icons[shape]
  return <Icon size={18} stroke={1.5} aria-hidden className={classes['icon']} />
}
