// What can go wrong with deals.
import { catalogue } from '#shared/base/messages.ts'

export const dealsErrors = catalogue(
  {
    'deals.gone': 'This deal is no longer there. It may have been removed, or its creation undone.',
    'deals.archived': 'This deal is archived. Restore it first, then change it.',
    'deals.stageGone': 'This stage is no longer there. Choose another.',
    'deals.pipelineGone': 'This pipeline is no longer there. Choose another.',
    'deals.noPipeline': 'There is no pipeline yet. Create one first.',
    'deals.noStage': 'The pipeline “{pipeline}” has no stage for this.',
    'deals.neighbourMoved': 'The deal beside which this one was to stand has moved. Look at the board and try again.',
    'deals.lossReasonNeeded': 'Say why the deal was lost.',
    'validation.loss_reason': 'Say why the deal was lost.',
  },
  {
    'deals.gone': '该商机已不存在，可能已被移除，或其新建操作已撤销。',
    'deals.archived': '该商机已归档，请先恢复再修改。',
    'deals.stageGone': '该阶段已不存在，请选择其他阶段。',
    'deals.pipelineGone': '该销售管道已不存在，请选择其他管道。',
    'deals.noPipeline': '还没有销售管道，请先新建一个。',
    'deals.noStage': '销售管道“{pipeline}”没有可用的阶段。',
    'deals.neighbourMoved': '相邻的商机刚被移走。请查看看板后再试一次。',
    'deals.lossReasonNeeded': '请填写输单原因。',
    'validation.loss_reason': '请填写输单原因。',
  },
)
