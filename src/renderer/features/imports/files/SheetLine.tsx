// One table of a file: taken in or left out, what its rows are, where its headings stand, and its first values.
import { ActionIcon, Checkbox, NumberInput, Select, Text } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { FilePart } from '#renderer/ui/FileCard.tsx'
import { Grid, GridGroup } from '#renderer/ui/Grid.tsx'
import type { InspectedTable } from '#shared/imports/inspection.ts'
import { importEntity } from '#shared/imports/plan.ts'
import { useImportSession } from '../import-session.ts'
import { without, withoutRows } from '../session-changes.ts'
import { sheetKey } from '../session-plan.ts'
import { type Planned, useOtherEntity } from '../use-inspection.ts'

interface SheetLineProps {
  readonly sheet: InspectedTable
  readonly planned: Planned
  /** It is the only table of the import. */
  readonly isAlone: boolean
  readonly isOld: boolean
  /** How the file is read is being looked at. */
  readonly isReading: boolean
  readonly reading: ReactNode
}

export function SheetLine({ sheet, planned, isAlone, isOld, isReading, reading }: SheetLineProps) {
  const t = useT()
  const { session, change } = useImportSession()
  const setEntity = useOtherEntity()
  const [isOpen, setIsOpen] = useState(isAlone)
  const key = sheetKey(session.sources, sheet)
  const own = planned.tables.find((table) => table.key === key)
  const beside = planned.tables.filter((table) => table.key.startsWith(`${key}+`))
  const isOn = (table: string) => !session.left.includes(table)
  const turn = (tables: readonly string[], on: boolean) =>
    change({ left: [...session.left.filter((table) => !tables.includes(table)), ...(on ? [] : tables)] })
  const name = sheet.name === '' ? t('imports.files.table') : sheet.name
  const guess = own?.plan.entity ?? sheet.entities[0]?.entity ?? 'company'

  const setHeadingRow = (row: number) => {
    const isOfSheet = (table: string) => table === key || table.startsWith(`${key}+`)
    change({
      headingRows: { ...session.headingRows, [key]: { table: sheet.table, row } },
      plans: without(session.plans, isOfSheet),
      proposed: without(session.proposed, isOfSheet),
      ...withoutRows(session, isOfSheet),
    })
  }
  const toggleLabel = t(isOpen ? 'imports.files.hide' : 'imports.files.show', { name })
  return (
    <FilePart
      box={
        <Checkbox
          label={name}
          disabled={sheet.rows === 0}
          checked={own !== undefined && isOn(key)}
          onChange={({ currentTarget }) => {
            const { checked } = currentTarget
            if (own) turn([key, ...beside.map((table) => table.key)], checked)
            else if (checked) void setEntity(sheet, guess)
          }}
        />
      }
      facts={[
        t('imports.files.rows', { rows: sheet.rows }),
        sheet.headingRow === 0 ? t('imports.files.no_headings') : t('imports.files.headings', { row: sheet.headingRow }),
        ...(sheet.isHidden ? [t('imports.files.hidden')] : []),
      ].join(' · ')}
      target={
        <>
          <Select
            aria-label={t('imports.files.entity_of', { name })}
            placeholder={t('imports.columns.leave_out')}
            allowDeselect={false}
            disabled={sheet.rows === 0}
            data={importEntity.options.map((value) => ({ value, label: t(`imports.entity.${value}`) }))}
            value={own && isOn(key) ? own.plan.entity : null}
            onChange={(entity) => entity && void setEntity(sheet, entity)}
          />
          <ActionIcon
            flex="none"
            size={28}
            variant="subtle"
            aria-label={toggleLabel}
            title={toggleLabel}
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          >
            {isOpen ? (
              <IconChevronUp size={16} stroke={1.5} aria-hidden />
            ) : (
              <IconChevronDown size={16} stroke={1.5} aria-hidden />
            )}
          </ActionIcon>
        </>
      }
    >
      {(isOpen || beside.length > 0 || sheet.warnings.length > 0 || isReading) && (
        <>
          {beside.map((table) => (
            <Checkbox
              key={table.key}
              label={t('imports.files.also', { entity: t(`imports.entity.${table.plan.entity}`) })}
              disabled={!isOn(key)}
              checked={isOn(key) && isOn(table.key)}
              onChange={({ currentTarget }) => turn([table.key], currentTarget.checked)}
            />
          ))}
          {sheet.warnings.map(({ messageKey, params }) => (
            <Text key={messageKey} c="yellow.6">
              {t.known(messageKey, 'errors.invalid_input', params)}
            </Text>
          ))}
          {reading}
          {(isOpen || isReading) && (
            <NumberInput
              label={t('imports.files.heading_row')}
              description={t('imports.files.heading_row_text')}
              inputWrapperOrder={['label', 'input', 'description']}
              w={240}
              min={0}
              max={1000}
              allowDecimal={false}
              value={sheet.headingRow}
              onChange={(row) => typeof row === 'number' && row !== sheet.headingRow && setHeadingRow(row)}
            />
          )}
          {(isOpen || isReading) && <FirstValues sheet={sheet} name={name} isOld={isOld} />}
        </>
      )}
    </FilePart>
  )
}

const MOST_COLUMNS = 12

function FirstValues({ sheet: { columns }, name, isOld }: { sheet: InspectedTable; name: string; isOld: boolean }) {
  const t = useT()
  const shown = columns.slice(0, MOST_COLUMNS)
  const depth = Math.max(0, ...shown.map(({ samples }) => Math.min(3, samples.length)))

  return (
    <div aria-busy={isOld}>
      <Grid
        label={t('imports.files.sample', { name })}
        headings={shown.map(({ heading }, place) => heading || t('imports.columns.no_heading', { number: place + 1 }))}
        layout="wide"
      >
        <GridGroup
          rows={Array.from({ length: depth }, (_, line) => ({
            id: String(line),
            cells: shown.map(({ samples }) => samples[line] ?? ''),
          }))}
        />
      </Grid>
      {columns.length > MOST_COLUMNS && (
        <Text size="xs" c="dimmed">
          {t('imports.files.more_columns', { count: columns.length - MOST_COLUMNS })}
        </Text>
      )}
    </div>
  )
}
