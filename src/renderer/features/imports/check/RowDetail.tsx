// One row in full: what becomes of it and why, what can be decided for it, what an update changes, and all that the file says.
import { Text } from '@mantine/core'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { PropertyTable } from '#renderer/ui/PropertyTable.tsx'
import { ReasonList } from '#renderer/ui/ReasonList.tsx'
import { SideSection } from '#renderer/ui/SplitView.tsx'
import { Sign } from '#renderer/ui/Sign.tsx'
import type { InspectedTable } from '#shared/imports/inspection.ts'
import { columnsOf } from '../columns/table-changes.ts'
import type { ImportFields } from '../columns/use-import-fields.ts'
import type { RowDecision } from '../import-session.ts'
import type { PlannedTable } from '../session-plan.ts'
import { fateIcon, fateTone } from './fates.ts'
import { RowChanges } from './RowChanges.tsx'
import { RowDecisions } from './RowDecisions.tsx'
import { RowRecord } from './RowRecord.tsx'
import type { CheckedRow } from './use-import-rows.ts'

interface RowDetailProps {
  readonly row: CheckedRow
  readonly shown: PlannedTable
  readonly sheet: InspectedTable | undefined
  readonly fields: ImportFields
  /** Into the cell of this column, to mend it. */
  readonly onCell: (column: number) => void
  readonly onDecide: (decision: Omit<RowDecision, 'row'> | null) => void
}

export function RowDetail({ row, shown, sheet, fields, onCell, onDecide }: RowDetailProps) {
  const t = useT()
  const { number } = useFormat()
  const headingOf = (column: number) => sheet?.columns[column]?.heading || t('imports.columns.no_heading', { number: column + 1 })

  return (
    <>
      <SideSection title={t('imports.detail.number', { row: number(row.row) })}>
        <Sign icon={fateIcon[row.fate]} text={t(`imports.detail.says.${row.fate}`)} tone={fateTone[row.fate]} />
        <RowRecord row={row} entity={shown.plan.entity} fields={fields} />
        <RowDecisions row={row} tableKey={shown.key} entity={shown.plan.entity} onDecide={onDecide} />
      </SideSection>
      {row.problems.length > 0 && (
        <SideSection title={t('imports.detail.problems')}>
          <ReasonList
            reasons={row.problems.map(({ column, messageKey, params, severity }, place) => ({
              id: String(place),
              subject: column === null ? t('imports.detail.whole') : headingOf(column),
              text: t.known(messageKey, 'errors.invalid_input', params),
              tone: severity === 'refuse' ? 'alert' : 'warn',
              onOpen: column === null ? null : () => onCell(column),
            }))}
            openLabel={(subject) => t('imports.detail.mend', { column: subject })}
          />
        </SideSection>
      )}
      {row.changes.length > 0 && (
        <SideSection title={t('imports.detail.changes')}>
          <RowChanges changes={row.changes} fields={fields} />
        </SideSection>
      )}
      <SideSection title={t('imports.detail.file')}>
        <PropertyTable
          rows={row.cells.flatMap((text, column) => {
            if (text === '') return []
            const stored = row.stored[column] ?? null
            const field = shown.plan.columns[column]?.field ?? null
            return [
              {
                id: String(column),
                name: headingOf(column),
                value: text,
                note:
                  field === null
                    ? t('imports.detail.left_out')
                    : stored !== null && isOtherwise(text, stored) && columnsOf(shown.plan, field).length === 1
                      ? t('imports.detail.stored', { value: stored })
                      : null,
              },
            ]
          })}
        />
        {row.cells.every((text) => text === '') && <Text c="dimmed">{t('imports.detail.empty')}</Text>}
      </SideSection>
    </>
  )
}

/** `14.00` and `14` are the same number. */
const isOtherwise = (text: string, stored: string): boolean =>
  stored !== text.trim() && (Number.isNaN(Number(text)) || Number(text) !== Number(stored))
