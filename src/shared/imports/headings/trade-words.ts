// What files call the fields of products, orders and their lines, best word first. Written as `foldHeading` leaves them: no case, no spaces, no signs. A key with a
// colon names the record by that: `company:code`.

export const productWords = {
  name: 'product productname itemname item name article articlename 产品 产品名称 商品 商品名称 品名 名称 物料名称 track trackname',
  code: 'productcode sku code itemcode articlenumber partnumber stockcode barcode modelnumber 产品编码 商品编码 货号 编码 型号 物料编码 条码 规格型号',
  unit: 'unit uom unitofmeasure quantityperunit 单位 计量单位 规格',
  unitPrice: 'unitprice price salesprice listprice sellingprice retailprice 单价 售价 价格 销售价 标准价 零售价',
  currency: 'currency currencycode 币种',
  category:
    'category categoryname productcategory series productfamily family producttype group genre 类别 分类 产品分类 产品类别 系列 品类',
  description: 'description productdescription details 描述 产品描述 备注 说明',
  tags: 'tags tag labels label 标签 产品标签',
  isDiscontinued: 'discontinued isdiscontinued inactive 停售 已停售 停产 下架',
  externalId: 'productid itemid trackid id externalid 产品编号 商品编号 编号',
} as const

export const orderWords = {
  number:
    'ordernumber orderno orderid invoiceno invoicenumber invoiceid salesorder number 订单号 订单编号 单号 单据编号 发票号 销售单号 出库单号',
  company: 'customer customername company companyname account client billtoname 客户 客户名称 公司 购货单位 公司名称 买家',
  'company:code': 'customerid customercode customerno accountid clientid companyid 客户编号 客户编码 客户代码',
  contact: 'contact contactname contactperson buyer recipient 联系人 收货人',
  'contact:email': 'customeremail contactemail email 邮箱 客户邮箱',
  owner:
    'owner ownername salesagent salesrep salesperson salesowner accountowner opportunityowner dealowner contactowner leadowner recordowner accountmanager agent rep assignedto responsible 负责人 所有人 所有者 销售 销售员 销售人员 销售代表 销售经理 业务员 跟进人 客户经理 归属人 客户所有人 联系人所有人 商机所有人',
  status: 'status orderstatus state 状态 订单状态',
  orderedOn:
    'orderdate orderedon date invoicedate purchasedate createddate orderedat 订单日期 下单日期 下单时间 日期 单据日期 订货日期 开票日期 销售日期',
  dueOn: 'requireddate duedate dueon deliverydate promiseddate 要求日期 交货日期 到期日期 交期 要货日期',
  shippedOn: 'shippeddate shipdate shippedon shippingdate 发货日期 出货日期 发货时间',
  currency: 'currency currencycode 币种',
  statedTotal: 'total ordertotal totalamount grandtotal amount invoicetotal 总金额 订单金额 金额 总额 合计 价税合计',
  freight: 'freight shippingcost shippingfee shipping deliveryfee 运费 邮费',
  shipTo: 'shiptoname shipname shipto shippingaddress shipaddress billingaddress deliveryaddress 收货地址 送货地址 收货人地址',
  description:
    'description notes note comment comments remark remarks memo details about 描述 备注 说明 注释 附注 简介 公司简介 客户描述 附言 notizen notas note notities メモ',
  tags: 'tags tag labels label 标签 订单标签',
  externalId: 'externalid recordid id 外部编号 编号',
} as const

export const orderLineWords = {
  order: 'orderid ordernumber orderno invoiceno invoicenumber invoiceid salesorder 订单号 订单编号 单号 单据编号 发票号 销售单号',
  lineNo: 'lineno linenumber lineitem position row sequence 行号 序号 项次',
  product: 'product productname item itemname article 产品 产品名称 商品 商品名称 品名',
  'product:code':
    'productid productcode sku stockcode itemcode itemid articlenumber trackid 产品编码 商品编码 货号 产品编号 商品编号 物料编码',
  name: 'linedescription itemdescription description 描述 名称 规格',
  quantity: 'quantity qty amountordered units pieces count 数量 订购数量 件数 销售数量',
  unitPrice: 'unitprice price priceeach salesprice 单价 售价 价格 含税单价',
  discount: 'discount discountpercent discountrate rebate 折扣 折扣率',
  externalId: 'lineid orderlineid orderdetailid invoicelineid detailid 明细编号',
} as const
