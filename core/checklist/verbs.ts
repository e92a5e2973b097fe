/** Verbs that names of actions begin with, in published connectors and elsewhere; some are nouns as well. */
const VERBS: ReadonlySet<string> = new Set(
  [
    "abort accept access acknowledge acquire activate add adjust admit advance aggregate alert align allocate allow amend",
    "analyse analyze annotate answer append apply approve archive ask assess assign associate attach audit authenticate",
    "authorise authorize autocomplete autodetect award back ban begin bill bind block blur book boost branch break bring",
    "broadcast browse build buy calculate calibrate call cancel capitalise capitalize capture cast categorise categorize",
    "centre change charge chat check checkin checkout choose chop claim classify clean clear click clone close collapse",
    "collect combine comment commit compare compile complete compose compress compute concatenate configure confirm",
    "connect consolidate construct consume contact continue convert copy correct count crawl create credit crop cut",
    "deactivate deallocate debit decide declare decline decode decompress decrement decrypt deduct deduplicate defer",
    "define delegate delete deliver demote deploy deregister derive describe deselect despeckle destroy detach detect",
    "determine diagnose dial diff disable disassociate discard disconnect discover dismiss dispatch display dispose",
    "dissociate distribute divide do does download draft draw drop dump duplicate edit email emboss embed empty enable",
    "encode encrypt end enforce enqueue enrich enroll enrol ensure enter enumerate erase escape establish estimate",
    "evaluate examine exchange exclude execute exist exists expand expire explain explore export extend extract fetch file",
    "fill filter finalise finalize find finish fix flag flatten flip flush focus follow forecast forget fork format",
    "forward fulfil fulfill generate geocode get give go grade grant group guess handle has hide highlight hold identify",
    "ignore import include increase increment index infer ingest initialise initialize initiate inject insert inspect",
    "install instantiate integrate invalidate invite invoke is issue join keep kick kill label launch lead learn leave",
    "like limit linearize link list listen load locate lock log login logoff logon logout look lookup mail maintain make",
    "manage map mark mask match maximise maximize measure merge migrate minimise minimize mint mirror modify monitor move",
    "multiply mute name navigate normalise normalize notify obtain offboard onboard open optimise optimize order overwrite",
    "pair parse paste patch pause pay perform permit pick pin ping place play poll populate post posterize predict prefill",
    "prepare prepend press prevent preview print prioritise prioritize process procure produce promote prompt propose",
    "protect provide provision proofread publish pull purchase purge push put query queue quote raise randomise randomize",
    "rank rate reactivate read reanalyze reassign rebuild recalculate recall receive recognise recognize recommend",
    "reconcile record recover redact redeem redirect redo reduce refer refine refresh refund refuse regenerate register",
    "reindex reject relate release reload remind remove rename render renew reopen reorder reorganise reorganize repair",
    "repeat replace reply report request require reschedule resend reserve reset resize resolve resolved respond restart",
    "restore restrict resubmit resume resync retain retrack retrieve retry return reverse revert review revoke rewrite rotate",
    "round route run sample sanitise sanitize save scale scan schedule score scrape screen scroll search secure select",
    "send separate serve set settle share shorten show shuffle sign signal simulate skip slice slugify snooze sort",
    "specify spellcheck split stage standardise standardize star start stop store stream strip subdivide submit",
    "subscribe substitute subtract suggest summarise summarize supply suppress suspend swap swirl switch sync",
    "synchronise synchronize tag take terminate test toggle tokenise tokenize trace track train transcribe transfer",
    "transform translate transliterate trash trigger trim truncate trust turn type unarchive unassign unban unblock",
    "undeclare undelete undo unenroll unescape unfollow unhide uninstall unlike unlink unlock unmute unpin unprotect",
    "unpublish unregister unshare unstar unsubscribe unsuspend untag unzip update upgrade upload upsert use validate",
    "vectorize verify view void vote wait wake watch watermark withdraw whoami wiggle write zip",
  ].flatMap((line) => line.split(" ")),
);

/** Words before the verb that say how it is done, or that it should not be done so any more. */
const ADVERB = /^(?:auto|batch|bulk|deep|deprecated|force|legacy|mass|partial|quick|soft|\p{L}+ly)$/iu;
const WORDS = /\p{L}+/gu;

/** Whether a word is a verb of the list, as it is or in the third person. */
function isVerb(word: string): boolean {
  const small = word.toLowerCase();
  if (VERBS.has(small)) return true;
  return (
    (small.endsWith("s") && [/s$/, /es$/].some((end) => VERBS.has(small.replace(end, "")))) ||
    VERBS.has(small.replace(/ies$/, "y"))
  );
}

/** Whether a name begins with a verb; words such as "bulk" may come before it. */
export function startsWithVerb(name: string): boolean {
  for (const [word] of name.matchAll(WORDS)) {
    if (isVerb(word)) return true;
    if (!ADVERB.test(word)) return false;
  }
  return false;
}

/** Whether any word of a name is a verb. */
export function hasVerb(name: string): boolean {
  return (name.match(WORDS) ?? []).some(isVerb);
}
