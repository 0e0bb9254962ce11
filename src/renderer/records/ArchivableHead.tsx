// The head of a deal, ticket, order or product: with star and tags, its menu, and the way back where it is archived.
import { Button, Menu, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { MoreMenu } from '#renderer/ui/MoreMenu.tsx'
import { PlanItems } from '#renderer/ui/PlanItems.tsx'
import { RecordHead } from '#renderer/ui/RecordHead.tsx'
import type { RecordType } from '#shared/base/fields.ts'
import { RecordStar, RecordTags } from './RecordMarks.tsx'

interface ById {
  readonly mutate: (input: { readonly id: string }) => void
  readonly isPending: boolean
}

interface ArchivableHeadProps {
  readonly recordType: RecordType
  readonly record: { readonly id: string; readonly name: string; readonly archivedAt: string | null }
  readonly kind: string
  readonly facts: ReactNode
  /** What is done with it most, while it is not archived. */
  readonly actions?: ReactNode
  /** Whether a call about it can be logged. */
  readonly hasCall: boolean
  /** Across the head, while it is not archived. */
  readonly notice?: ReactNode
  readonly archivedNotice: string
  readonly archive: ById
  readonly restore: ById
}

export function ArchivableHead(props: ArchivableHeadProps) {
  const { recordType, record, kind, facts, actions, hasCall, notice, archivedNotice, archive, restore } = props
  const t = useT()
  const { id, name } = record
  const isArchived = record.archivedAt !== null

  return (
    <RecordHead
      kind={kind}
      name={name}
      mark={<RecordStar recordType={recordType} record={record} />}
      facts={
        <>
          {facts}
          <RecordTags recordType={recordType} record={record} isReadOnly={isArchived} />
        </>
      }
      actions={
        isArchived ? (
          <Button loading={restore.isPending} onClick={() => restore.mutate({ id })}>
            {t('base.restore')}
          </Button>
        ) : (
          <>
            {actions}
            <MoreMenu>
              <PlanItems hasCall={hasCall} />
              <Menu.Item onClick={() => archive.mutate({ id })}>{t('base.archive')}</Menu.Item>
            </MoreMenu>
          </>
        )
      }
      notice={isArchived ? <Text>{archivedNotice}</Text> : notice}
    />
  )
}
