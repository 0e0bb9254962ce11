// Makes or changes a rule: what it does, to which field, and when, or which values it takes.
import { Group, Select, TextInput } from '@mantine/core'
import { useApi } from '#renderer/api/api-context.tsx'
import type { ActionOf } from '#renderer/api/api.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { fieldLabel } from '#renderer/records/lists/field-words.ts'
import { FormModal, RequiredLabel } from '#renderer/ui/FormModal.tsx'
import { useRecordForm } from '#renderer/ui/use-record-form.ts'
import type { FieldedType } from '#shared/base/fields.ts'
import { fieldRulesContract } from '#shared/custom-fields/custom-fields.contract.ts'
import type { FieldRule, FieldRuleConfig } from '#shared/custom-fields/field-rule.ts'
import { canRule } from '#shared/custom-fields/rule-columns.ts'
import { ConditionRows } from './ConditionRows.tsx'
import { configOf, draftOf, emptyRule, isEffectKind, type RuleDraft, ruleKinds } from './rule-draft.ts'
import { RuleValueFields } from './RuleValueFields.tsx'
import type { FieldLabels } from './use-field-labels.ts'
import { useRuleWords } from './use-rule-words.ts'

interface RuleFormProps {
  readonly entity: FieldedType
  /** null: a new one. */
  readonly rule: FieldRule | null
  readonly labels: FieldLabels
  readonly onClose: () => void
}

interface RuleInput {
  readonly entity: FieldedType
  readonly id: string
  readonly name: string
  readonly config: FieldRuleConfig
}

export function RuleForm({ entity, rule, labels, onClose }: RuleFormProps) {
  const t = useT()
  const api = useApi()
  const words = useRuleWords(labels)
  // Both take what the form sends; each looks only at its own part.
  const action = (rule === null ? api.fieldRules.create() : api.fieldRules.change()) as ActionOf<RuleInput, FieldRule>
  const { form, modal, field } = useRecordForm({
    initialValues: rule === null ? emptyRule : draftOf(rule.name, rule.config),
    schema: fieldRulesContract.create.input,
    action,
    toInput: (values: RuleDraft) => {
      const config = configOf(values)
      const name = values.name.trim() === '' && values.field !== null ? words(config).slice(0, 100) : values.name
      return { entity, id: rule?.id ?? '', name, config }
    },
    said: () => t('customFields.said.rule_saved'),
    onDone: onClose,
  })
  const { kind } = form.values
  const offered = labels.fields.filter((one) => canRule(kind, one, entity))
  const about = offered.find(({ id }) => id === form.values.field) ?? null

  return (
    <FormModal
      isOpen
      size="xl"
      title={t(rule === null ? 'customFields.rule_new' : 'customFields.rule_edit')}
      submitLabel={t(rule === null ? 'customFields.rule_create' : 'base.save')}
      onClose={onClose}
      {...modal}
    >
      <Group grow align="flex-start">
        <Select
          data-autofocus
          allowDeselect={false}
          label={t('customFields.rule_kind')}
          data={ruleKinds.map((value) => ({ value, label: t(`customFields.rule_kind.${value}`) }))}
          {...field('kind')}
        />
        <Select
          searchable
          allowDeselect={false}
          label={<RequiredLabel>{t('customFields.rule_field')}</RequiredLabel>}
          placeholder={t('customFields.choose')}
          nothingFoundMessage={t('base.search_nothing')}
          data={offered.map((one) => ({ value: one.id, label: fieldLabel(t, one) }))}
          {...field('field')}
          value={about?.id ?? null}
          error={form.errors['config.field']}
        />
      </Group>
      {isEffectKind(kind) ? (
        <ConditionRows
          entity={entity}
          fields={labels.fields}
          join={form.values.join}
          items={form.values.items}
          error={Object.entries(form.errors).find(([path]) => path.startsWith('config.when'))?.[1]}
          onJoin={(join) => form.setFieldValue('join', join)}
          onChange={(items) => form.setFieldValue('items', items)}
        />
      ) : (
        <RuleValueFields form={form} about={about} fields={offered} />
      )}
      <TextInput label={t('customFields.rule_name')} description={t('customFields.rule_name_help')} {...field('name')} />
    </FormModal>
  )
}
