/**
 * Who may do what, by hand: a change here is a change of rights and is reviewed as one. Guest and customer act on things
 * of their own; everybody else on the customer's.
 *
 * yes: done. sign-in: 401. forbidden: 403. hidden: 404 as if it were not there. Any other word is the code of the refusal
 * one gets at an open door for a token, a signature or an id that is wrong.
 */
export const reviewedRights = `
endpoint                    anonymous  guest      customer   other      operator   admin
health.livez                yes        yes        yes        yes        yes        yes
health.readyz               yes        yes        yes        yes        yes        yes
products.list               yes        yes        yes        yes        yes        yes
products.get                yes        yes        yes        yes        yes        yes
quotes.create               yes        yes        yes        yes        forbidden  forbidden
metrics.validateAccount     yes        yes        yes        yes        yes        yes
carts.create                yes        yes        yes        yes        forbidden  forbidden
carts.current               hidden     yes        yes        yes        forbidden  forbidden
carts.get                   hidden     yes        yes        hidden     forbidden  forbidden
carts.addLine               sign-in    yes        yes        hidden     forbidden  forbidden
carts.changeLine            hidden     yes        yes        hidden     forbidden  forbidden
carts.removeLine            hidden     yes        yes        hidden     forbidden  forbidden
carts.quote                 hidden     yes        yes        hidden     forbidden  forbidden
channels.list               sign-in    yes        yes        yes        forbidden  forbidden
channels.keep               yes        yes        yes        yes        forbidden  forbidden
channels.get                sign-in    yes        yes        hidden     forbidden  forbidden
channels.readings           sign-in    yes        yes        hidden     forbidden  forbidden
channels.issueChallenge     sign-in    yes        yes        hidden     forbidden  forbidden
channels.checkChallenge     sign-in    yes        yes        hidden     forbidden  forbidden
channels.beginConsent       sign-in    ownership.not-provable ownership.not-provable hidden forbidden forbidden
channels.completeConsent    sign-in    ownership.consent-expired ownership.consent-expired ownership.consent-expired forbidden forbidden
channels.setGoal            sign-in    yes        yes        hidden     forbidden  forbidden
channels.dropGoal           sign-in    yes        yes        hidden     forbidden  forbidden
channels.proofPage          yes        yes        yes        yes        yes        yes
channels.disconnect         sign-in    yes        yes        hidden     forbidden  forbidden
checkout.complete           sign-in    yes        yes        hidden     forbidden  forbidden
checkout.paymentOptions     yes        yes        yes        yes        yes        yes
orders.list                 sign-in    yes        yes        yes        forbidden  forbidden
orders.get                  sign-in    yes        yes        hidden     yes        yes
orders.timeline             sign-in    yes        yes        hidden     yes        yes
orders.cancel               sign-in    yes        yes        hidden     forbidden  forbidden
orders.deliveryProof        sign-in    yes        yes        hidden     yes        yes
orders.proofMetrics         yes        yes        yes        yes        yes        yes
orders.proofMetricsOfMany   yes        yes        yes        yes        yes        yes
orders.paper                sign-in    yes        yes        hidden     yes        yes
proofs.ofOrder              sign-in    yes        yes        hidden     yes        yes
proofs.file                 sign-in    hidden     hidden     hidden     hidden     hidden
proofs.keys                 yes        yes        yes        yes        yes        yes
proofs.roots                yes        yes        yes        yes        yes        yes
proofs.root                 hidden     hidden     hidden     hidden     hidden     hidden
proofs.place                hidden     hidden     hidden     hidden     hidden     hidden
orders.requestAccess        yes        yes        yes        yes        yes        yes
orders.redeemAccess         auth.token-expired for everybody
refills.list                sign-in    yes        yes        hidden     yes        yes
refills.request             sign-in    refill.not-eligible refill.not-eligible hidden forbidden forbidden
liveness.list               sign-in    yes        yes        hidden     yes        yes
support.get                 sign-in    yes        yes        hidden     yes        yes
auth.session                yes        yes        yes        yes        yes        yes
auth.signUp                 yes        yes        yes        yes        yes        yes
auth.verifyEmail            auth.token-expired for everybody
auth.signIn                 auth.credentials-wrong for everybody
auth.requestPasswordReset   yes        yes        yes        yes        yes        yes
auth.resetPassword          auth.token-expired for everybody
auth.demoLogins             yes        yes        yes        yes        yes        yes
accounts.profile            sign-in    sign-in    yes        yes        yes        yes
accounts.updateProfile      sign-in    sign-in    yes        yes        yes        yes
telemetry.ingest            yes        yes        yes        yes        yes        yes
webhooks.stripe             webhook.signature-invalid for everybody
webhooks.supplier           provider.not-found for everybody
adminOrders.list            sign-in    sign-in    forbidden  forbidden  yes        yes
adminOrders.get             sign-in    sign-in    forbidden  forbidden  yes        yes
adminOrders.timeline        sign-in    sign-in    forbidden  forbidden  yes        yes
adminOrders.transition      sign-in    sign-in    forbidden  forbidden  yes        yes
adminProofs.inspect         sign-in    sign-in    forbidden  forbidden  yes        yes
adminProofs.requestReading  sign-in    sign-in    forbidden  forbidden  proof.reading-refused proof.reading-refused
adminProofs.eraseValues     sign-in    sign-in    forbidden  forbidden  forbidden  hidden
adminProofs.exportMetrics   sign-in    sign-in    forbidden  forbidden  yes        yes
adminProducts.list          sign-in    sign-in    forbidden  forbidden  yes        yes
adminProducts.checkPolicy   sign-in    sign-in    forbidden  forbidden  yes        yes
adminProducts.publish       sign-in    sign-in    forbidden  forbidden  forbidden  yes
adminProducts.unpublish     sign-in    sign-in    forbidden  forbidden  forbidden  yes
adminProviders.list         sign-in    sign-in    forbidden  forbidden  yes        yes
adminProviders.get          sign-in    sign-in    forbidden  forbidden  provider.not-found provider.not-found
adminProviders.create       sign-in    sign-in    forbidden  forbidden  forbidden  yes
adminProviders.update       sign-in    sign-in    forbidden  forbidden  forbidden  provider.not-found
adminProviders.setState     sign-in    sign-in    forbidden  forbidden  provider.not-found provider.not-found
adminProviders.dryRun       sign-in    sign-in    forbidden  forbidden  forbidden  provider.not-found
adminProviders.saveService  sign-in    sign-in    forbidden  forbidden  forbidden  provider.not-found
adminProviders.previewService sign-in    sign-in    forbidden  forbidden  forbidden  provider.not-found
adminProviders.mapService   sign-in    sign-in    forbidden  forbidden  forbidden  provider.configuration-invalid
adminProviders.unmapService sign-in    sign-in    forbidden  forbidden  forbidden  hidden
adminProviders.orders       sign-in    sign-in    forbidden  forbidden  provider.not-found provider.not-found
adminProviders.timeline     sign-in    sign-in    forbidden  forbidden  provider.not-found provider.not-found
adminProviders.decisions    sign-in    sign-in    forbidden  forbidden  provider.not-found provider.not-found
adminProviders.orderDecisions sign-in    sign-in    forbidden  forbidden  yes        yes
adminProviders.replayDecision sign-in    sign-in    forbidden  forbidden  hidden     hidden
adminRefills.list           sign-in    sign-in    forbidden  forbidden  yes        yes
adminRefills.request        sign-in    sign-in    forbidden  forbidden  refill.not-eligible refill.not-eligible
adminRefills.approve        sign-in    sign-in    forbidden  forbidden  hidden     hidden
adminRefills.decline        sign-in    sign-in    forbidden  forbidden  hidden     hidden
adminLiveness.inspect       sign-in    sign-in    forbidden  forbidden  yes        yes
adminSupport.get            sign-in    sign-in    forbidden  forbidden  yes        yes
adminSupport.refund         sign-in    sign-in    forbidden  forbidden  yes        yes
adminSupport.replay         sign-in    sign-in    forbidden  forbidden  fulfillment.line-refused fulfillment.line-refused
adminSupport.cancelLine     sign-in    sign-in    forbidden  forbidden  yes        yes
adminRisk.list              sign-in    sign-in    forbidden  forbidden  yes        yes
adminRisk.decide            sign-in    sign-in    forbidden  forbidden  hidden     hidden
adminRisk.entries           sign-in    sign-in    forbidden  forbidden  yes        yes
adminRisk.addEntry          sign-in    sign-in    forbidden  forbidden  forbidden  yes
adminRisk.removeEntry       sign-in    sign-in    forbidden  forbidden  forbidden  hidden
adminRisk.enforcement       sign-in    sign-in    forbidden  forbidden  yes        yes
adminRisk.setEnforcement    sign-in    sign-in    forbidden  forbidden  forbidden  risk.version-conflict
adminMetrics.sources        sign-in    sign-in    forbidden  forbidden  yes        yes
adminMetrics.diagnose       sign-in    sign-in    forbidden  forbidden  yes        yes
adminMetrics.attestations   sign-in    sign-in    forbidden  forbidden  yes        yes
adminMetrics.attest         sign-in    sign-in    forbidden  forbidden  yes        yes
adminMetrics.decideAttestation sign-in    sign-in    forbidden  forbidden  hidden     hidden
adminMetrics.revokeAttestation sign-in    sign-in    forbidden  forbidden  hidden     hidden
adminJobs.overview          sign-in    sign-in    forbidden  forbidden  yes        yes
adminStorage.probes         sign-in    sign-in    forbidden  forbidden  yes        yes
adminStorage.probe          sign-in    sign-in    forbidden  forbidden  yes        yes
adminJobs.retry             sign-in    sign-in    forbidden  forbidden  hidden     hidden
adminJobs.discard           sign-in    sign-in    forbidden  forbidden  hidden     hidden
auth.offerSecondFactor      sign-in    sign-in    forbidden  forbidden  yes        yes
auth.confirmSecondFactor    sign-in    sign-in    forbidden  forbidden  auth.code-wrong auth.code-wrong
auth.passSecondFactor       sign-in    sign-in    forbidden  forbidden  auth.code-wrong auth.code-wrong
auth.signOut                yes        yes        yes        yes        yes        yes
`;
