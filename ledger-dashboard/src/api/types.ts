import type { components } from './schema';

type Schemas = components['schemas'];

export type Account = Schemas['AccountView'];
export type AutoTopUp = Schemas['AutoTopUpView'];
export type Balance = Schemas['BalanceView'];
export type BrowserConfig = Schemas['BrowserConfig'];
export type Bucket = Schemas['Bucket'];
export type CreditPackage = Schemas['CreditPackage'];
export type Lot = Schemas['LotView'];
export type PaymentFailure = Schemas['PaymentFailure'];
export type PaymentMethod = Schemas['PaymentMethodView'];
export type Price = Schemas['Price'];
export type Purchase = Schemas['PurchaseView'];
export type PurchaseAnswer = Schemas['PurchaseAnswer'];
export type PurchaseStatus = Purchase['status'];
export type Statement = Schemas['Statement'];
export type Transaction = Schemas['TransactionLine'];
export type TransactionType = Transaction['type'];
export type UsageSeries = Schemas['UsageSeries'];
export type Website = Schemas['Website'];
export type WebsiteLine = Schemas['WebsiteLine'];
export type TransactionPage = Schemas['PageTransactionLine'];
