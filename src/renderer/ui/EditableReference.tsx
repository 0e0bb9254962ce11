// Another record, chosen in place: the company of a deal, the owner of a company.
import { ActionIcon } from '@mantine/core'
import { IconArrowUpRight } from '@tabler/icons-react'
import { Link } from 'react-router'
import type { Reference } from '#shared/base/fields.ts'
import type { QueryOf } from '#renderer/api/api.ts'
import { EditableFrame, type EditableFrameOptions } from './EditableFrame.tsx'
import { ReferencePicker } from './ReferencePicker.tsx'
import { useEditing } from './use-editing.ts'

interface EditableReferenceProps extends EditableFrameOptions {
  readonly label: string
  readonly value: Reference | null
  readonly query: (text: string) => QueryOf<Reference[]>
  readonly onSave: (value: Reference | null) => Promise<unknown>
  /** Where the record's own page is; shown as a link beside its name. */
  readonly href?: string | undefined
  readonly linkLabel?: string | undefined
}

export function EditableReference({ label, value, query, onSave, href, linkLabel, ...options }: EditableReferenceProps) {
  const editing = useEditing({ value, onSave })

  return (
    <EditableFrame
      label={label}
      editing={editing}
      shown={value?.name ?? ''}
      after={
        href &&
        value && (
          <ActionIcon component={Link} to={href} size="sm" aria-label={linkLabel}>
            <IconArrowUpRight size={16} stroke={1.5} aria-hidden />
          </ActionIcon>
        )
      }
      {...options}
    >
      {(input) => (
        <ReferencePicker
          {...input}
          defaultDropdownOpened
          query={query}
          value={editing.draft}
          onChange={(next) => {
            editing.setDraft(next)
            void editing.finish(next)
          }}
        />
      )}
    </EditableFrame>
  )
}
