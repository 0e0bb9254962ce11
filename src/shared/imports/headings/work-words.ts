// What files call the fields of deals, tickets and activities, and of the colleagues and links around them, best word first. Written as `foldHeading` leaves them: no case, no spaces, no signs. A key with a
// colon names the record by that: `company:code`.

export const dealWords = {
  title:
    'title dealname dealtitle opportunityname opportunity deal name subject projectname 商机名称 商机标题 商机 商机主题 项目名称 标题 名称 主题 机会名称 销售机会',
  company:
    'account accountname company companyname organization organisation organizationname associatedcompany customer customername client clientname employer firm organization1name 客户名称 公司名称 客户 公司 单位 单位名称 企业名称 企业 所属公司 所属客户 客户公司 工作单位 firma société entreprise empresa organización azienda società 会社名 勤務先 bedrijf',
  'company:code': 'accountid companyid customerid 客户编号 公司编号',
  contact:
    'contact contactname contactperson primarycontact associatedcontact decisionmaker person 联系人 联系人姓名 客户联系人 主要联系人',
  'contact:email': 'contactemail customeremail 联系人邮箱 客户邮箱',
  owner:
    'owner ownername salesagent salesrep salesperson salesowner accountowner opportunityowner dealowner contactowner leadowner recordowner accountmanager agent rep assignedto responsible 负责人 所有人 所有者 销售 销售员 销售人员 销售代表 销售经理 业务员 跟进人 客户经理 归属人 客户所有人 联系人所有人 商机所有人',
  stage:
    'dealstage stage stagename salesstage opportunitystage pipelinestage status 阶段 销售阶段 商机阶段 跟进阶段 商机状态 状态 当前阶段',
  amount:
    'closevalue amount dealvalue value dealamount opportunityamount price total totalamount revenue expectedrevenue salesamount 金额 商机金额 预计金额 成交金额 合同金额 销售金额 预计销售金额 总金额 价格 签约金额',
  currency: 'currency currencycode currencyisocode dealcurrency currencyofvalue 币种 货币 币别',
  product: 'product productname products item productline 产品 产品名称 商品 商品名称 意向产品 品名',
  openedOn:
    'engagedate createdate createddate datecreated dealcreated createdtime opendate openedon startdate begindate creationdate 创建日期 创建时间 开始日期 接触日期 立项日期 发现日期 发现时间',
  expectedCloseOn:
    'expectedclosedate expectedcloseon estimatedclosedate forecastclosedate targetdate expectedclose duedate 预计成交日期 预计签单日期 预计成交时间 预计结单日期 预计签约日期 预计关闭日期',
  closedOn:
    'closedate closeddate closingdate dateclosed closedon actualclosedate wondate wontime losttime signdate contractdate 成交日期 成交时间 结单日期 签单日期 签约日期 关闭日期 赢单日期 完成日期 合同日期',
  lossReason: 'lossreason lostreason reasonlost closedlostreason reason reasonforloss 输单原因 丢单原因 失败原因 流失原因',
  source: 'source leadsource origin originalsource 来源 商机来源 线索来源',
  tags: 'tags tag labels label 标签',
  description:
    'description notes note comment comments remark remarks memo details about 描述 备注 说明 注释 附注 简介 公司简介 客户描述 附言 notizen notas note notities メモ',
  externalId: 'opportunityid dealid oppid opportunitynumber id externalid recordid 商机编号 商机编码 机会编号 项目编号 编号 编码',
} as const

export const ticketWords = {
  subject: 'ticketsubject subject title summary issue casesubject 工单主题 主题 标题 问题 工单标题',
  description: 'ticketdescription description details body message casedescription 工单描述 描述 内容 问题描述 详情',
  company: 'company companyname account accountname organization 公司 公司名称 客户 单位 客户名称',
  'company:code': 'accountid companyid 公司编号',
  contact:
    'customername contact contactname requester requestername requestedby customer reporter 客户姓名 联系人 提单人 反馈人 姓名',
  'contact:email': 'customeremail contactemail requesteremail email 客户邮箱 邮箱 邮件',
  'contact:phone': 'customerphone contactphone phone 客户电话 电话 联系电话',
  assignee: 'assignee assignedto agent owner technician ticketowner 处理人 负责人 客服 受理人',
  status: 'ticketstatus status state casestatus 工单状态 状态 处理状态',
  priority: 'ticketpriority priority severity urgency 工单优先级 优先级 紧急程度',
  channel: 'ticketchannel channel source origin caseorigin 渠道 来源 工单渠道 反馈渠道',
  createdAt:
    'createdat created createddate createtime opened openedat submittedat createdtime requestedat 创建时间 提交时间 创建日期 受理时间',
  closedAt: 'closedat closed closeddate resolvedat solvedat closedtime 关闭时间 解决时间 完成时间',
  tags: 'tags tag labels 标签',
  externalId: 'ticketid casenumber caseid ticketnumber id number externalid 工单号 工单编号 编号',
} as const

export const activityWords = {
  kind: 'activitytype type kind recordtype contactmethod followupmethod method 类型 活动类型 跟进方式 跟进类型 跟进形式 沟通方式 联系方式类型 拜访方式',
  title: 'subject title summary activity taskname name 主题 标题 任务 任务名称 事项',
  text: 'note notes text body content comment comments description details 内容 备注 跟进内容 跟进记录 描述 说明 沟通内容',
  company: 'company companyname account accountname organization customer relatedto 公司 客户 客户名称 单位 公司名称',
  'company:code': 'accountid companyid customerid 客户编号',
  contact: 'contact contactname person with 联系人 联系人姓名',
  'contact:email': 'contactemail email 邮箱',
  attendees: 'attendees attendee participants participant invitees requiredattendees 参与人 参会人 参加人 与会人 与会者',
  deal: 'deal dealname opportunity opportunityname 商机 商机名称 项目',
  'deal:code': 'dealid opportunityid 商机编号',
  'ticket:code': 'ticketid caseid ticketnumber 工单号',
  owner: 'owner assignedto assignee createdby user agent salesagent 负责人 跟进人 创建人 执行人 记录人',
  happenedAt:
    'happenedat date datetime activitydate calledat start startdate createdat createddate timestamp time 时间 日期 跟进时间 跟进日期 发生时间 联系时间 拜访时间',
  durationMinutes: 'duration durationminutes minutes length 时长 通话时长 持续时间',
  dueOn: 'dueon duedate due deadline dueday startday 截止日期 到期日期 计划日期 截止时间',
  dueTime: 'duetime starttime 开始时间',
  endsOn: 'endson enddate lastday 结束日期',
  doneAt: 'doneat completedat completiondate completeddate 完成时间 完成日期',
  isDone: 'done completed isdone iscompleted 已完成 是否完成',
  priority: 'priority importance 优先级 重要程度',
  outcome: 'outcome callresult result 通话结果 结果',
  direction: 'direction calltype calldirection 呼叫方向 呼入呼出',
  location: 'location place where 地点 地址 位置',
  recurrence: 'recurrence rrule repetition 重复',
  icsUid: 'uid icaluid icsuid',
} as const

export const userWords = {
  givenName: 'firstname givenname 名 名字',
  familyName: 'lastname familyname surname 姓 姓氏',
  externalId:
    'employeeid employeeno employeenumber staffid staffno salesrepid salespersonid 工号 员工编号 员工工号 职工号 人员编号 业务员编号 销售编号',
  name: 'salesagent salesrep salesperson employee employeename username staffname agent colleague fullname name 销售 员工 员工姓名 同事 姓名 业务员 销售人员',
} as const

export const linkWords = {
  company:
    'account accountname company companyname organization organisation organizationname associatedcompany customer customername client clientname employer firm organization1name 客户名称 公司名称 客户 公司 单位 单位名称 企业名称 企业 所属公司 所属客户 客户公司 工作单位 firma société entreprise empresa organización azienda società 会社名 勤務先 bedrijf',
  'company:code': 'companyid accountid customerid 公司编号 客户编号',
  contact:
    'fullname contactname name contact displayname contactperson person 姓名 联系人 联系人姓名 名字 客户姓名 联系人名称 全名 显示名称 显示名 nickname 昵称',
  'contact:email': 'email emailaddress contactemail 邮箱',
  'contact:code': 'contactid personid 联系人编号',
  role: 'jobtitle role position contacttitle title jobposition organization1title organizationtitle occupation 职务 职位 职称 岗位 头衔 角色 联系人职务 fonction titre puesto cargo titolo posizione 役職 functie',
  isPrimary: 'isprimary primary main 主要 是否主要',
} as const
