// Takes a list out to a file: which kind, which rows, which columns. What was written stands in the same place, with a way to it.
import { Button, Checkbox, Group, Modal, Radio, Select, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { ProgressBox } from '#renderer/ui/ProgressBox.tsx'
import { useFocusBack } from '#renderer/ui/use-focus-back.ts'
import { type ExportFormat, exportFormat } from '#shared/exports/exports.contract.ts'
import type { ListField } from '#shared/lists/list-field.ts'
import type { ListQuestion } from '#shared/lists/list-question.ts'
import type { ShownColumn } from './list-columns.ts'
import { type ListExport, useExport } from './use-export.ts'
import type { SelectedRows } from './use-selection.ts'

export interface ExportedRows {
  readonly question: ListQuestion
  readonly rowCount: number
  readonly selected: SelectedRows
  /** Whether the selected rows are meant at first. */
  readonly isOfSelection: boolean
}

interface ExportFormProps {
  readonly title: string
  readonly rows: ExportedRows
  readonly shown: readonly ShownColumn[]
  readonly fields: readonly ListField[]
  readonly group: string | null
  readonly onClose: () => void
}

export function ExportForm({ title, rows, shown, fields, group, onClose }: ExportFormProps) {
  const t = useT()
  useFocusBack()
  const writing = useExport()
  const close = () => {
    writing.cancel()
    onClose()
  }
  return (
    <Modal
      opened
      onClose={close}
      title={t('exports.form.title', { list: title })}
      size="md"
      yOffset="5vh"
      closeButtonProps={{ 'aria-label': t('base.close') }}
    >
      {writing.written && <Done writing={writing} onClose={close} />}
      {writing.progress && <Running writing={writing} title={t('exports.form.title', { list: title })} />}
      {/* Kept, so that what was chosen is still there after a failure. */}
      <div hidden={writing.written !== null || writing.progress !== null}>
        <Choices {...{ title, rows, shown, fields, group, writing }} onClose={close} />
      </div>
    </Modal>
  )
}

type ChoicesProps = ExportFormProps & { readonly writing: ListExport }

function Choices({ title, rows, shown, fields, group, writing, onClose }: ChoicesProps) {
  const t = useT()
  const format = useFormat()
  const { question, rowCount, selected } = rows
  const [kind, setKind] = useState<ExportFormat>('xlsx')
  const [isOfSelection, setIsOfSelection] = useState(rows.isOfSelection && selected.count > 0)
  const [isWhole, setIsWhole] = useState(false)
  const [withPoints, setWithPoints] = useState(false)
  const [isShown, setIsShown] = useState(false)
  const [vcardVersion, setVcardVersion] = useState<'3.0' | '4.0'>('3.0')
  const isCustomer = question.entity === 'companies' || question.entity === 'contacts'
  const count = isOfSelection ? selected.count : rowCount
  const { asked } = selected

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    writing.start(
      {
        question,
        group,
        columns: isWhole ? fields.map(({ id }) => id) : shown.map(({ field }) => field.id),
        only: isOfSelection && 'ids' in asked ? asked.ids : null,
        except: isOfSelection && 'except' in asked ? asked.except : [],
        ...{ format: kind, days: isShown ? 'shown' : 'iso', withPoints, vcardVersion },
      },
      t('exports.form.file_name', { list: title, day: format.today() }),
    )
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        <Radio.Group label={t('exports.form.format')} value={kind} onChange={(value) => setKind(exportFormat.parse(value))}>
          <Stack gap="xs" mt="xs">
            {exportFormat.options
              .filter((one) => one !== 'vcard' || isCustomer)
              .map((one) => (
                <Radio
                  key={one}
                  value={one}
                  label={t(`exports.format.${one}`)}
                  description={t(`exports.format.${one}_help`)}
                  data-autofocus={one === kind || undefined}
                />
              ))}
          </Stack>
        </Radio.Group>
        {selected.count > 0 && (
          <Radio.Group
            label={t('exports.form.rows')}
            value={isOfSelection ? 'selected' : 'all'}
            onChange={(value) => setIsOfSelection(value === 'selected')}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="selected" label={t('exports.form.rows_selected', { count: selected.count })} />
              <Radio value="all" label={t('exports.form.rows_all', { count: rowCount })} />
            </Stack>
          </Radio.Group>
        )}
        {kind === 'vcard' ? (
          <Select
            label={t('exports.form.vcard_version')}
            description={t('exports.form.vcard_help')}
            allowDeselect={false}
            data={['3.0', '4.0']}
            value={vcardVersion}
            onChange={(value) => setVcardVersion(value === '4.0' ? '4.0' : '3.0')}
          />
        ) : (
          <>
            <Radio.Group
              label={t('exports.form.columns')}
              value={isWhole ? 'all' : 'shown'}
              onChange={(value) => setIsWhole(value === 'all')}
            >
              <Stack gap="xs" mt="xs">
                <Radio value="shown" label={t('exports.form.columns_shown', { count: shown.length })} />
                <Radio value="all" label={t('exports.form.columns_all', { count: fields.length })} />
              </Stack>
            </Radio.Group>
            {isCustomer && (
              <Checkbox
                label={t('exports.form.with_points')}
                checked={withPoints}
                onChange={(event) => setWithPoints(event.currentTarget.checked)}
              />
            )}
            {kind === 'csv' && (
              <Checkbox
                label={t('exports.form.days_shown')}
                description={t('exports.form.days_help')}
                checked={isShown}
                onChange={(event) => setIsShown(event.currentTarget.checked)}
              />
            )}
          </>
        )}
        {writing.error && <ErrorNote error={writing.error} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('base.cancel')}
          </Button>
          <Button type="submit" loading={writing.isRunning} disabled={count === 0}>
            {t('exports.form.submit', { count })}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function Running({ writing, title }: { readonly writing: ListExport; readonly title: string }) {
  const t = useT()
  const { done = 0, total = null } = writing.progress ?? {}
  return (
    <ProgressBox
      title={title}
      step={t('exports.step.rows')}
      count={total === null ? '' : t('exports.form.progress', { done, total })}
      ratio={total === null || total === 0 ? null : done / total}
      action={
        <Button variant="default" onClick={writing.cancel}>
          {t('base.cancel')}
        </Button>
      }
    />
  )
}

function Done({ writing, onClose }: { readonly writing: ListExport; readonly onClose: () => void }) {
  const t = useT()
  const { rows = 0, name = '' } = writing.written ?? {}
  return (
    <Stack gap="lg">
      <Text role="status">{t('exports.form.done', { count: rows, name })}</Text>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={writing.show}>
          {t('exports.show')}
        </Button>
        <Button onClick={onClose} data-autofocus>
          {t('base.close')}
        </Button>
      </Group>
    </Stack>
  )
}
