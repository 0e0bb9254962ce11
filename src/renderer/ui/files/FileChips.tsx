// A few files by name, in a line that wraps.
import { UnstyledButton } from '@mantine/core'
import { FileIcon, type FileShape } from './FileIcon.tsx'
import classes from './FileChips.module.css'

interface FileChipsProps {
  readonly label: string
  readonly files: readonly { readonly id: string; readonly name: string; readonly shape: FileShape }[]
  readonly onOpen: (index: number) => void
}

export function FileChips({ label, files, onOpen }: FileChipsProps) {
  return (
    <ul aria-label={label} className={classes['chips']}>
      {files.map(({ id, name, shape }, index) => (
        <li key={id} className={classes['chip']}>
          <UnstyledButton className={classes['button']} title={name} onClick={() => onOpen(index)}>
            <FileIcon shape={shape} />
            <bdi className={classes['name']}>{name}</bdi>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  )
}
