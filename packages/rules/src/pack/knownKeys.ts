// The keys of every object of the schemas, by the place of the object in its schema: all that a misspelt key is compared
// with. The schemas themselves, with their descriptions and examples, are for editors and are not loaded.

/** Keys of the objects of `pack.schema.json`. */
export const packKeys: Readonly<Record<string, string>> = {
  "#": "$schema id version title area extends inForce sources clauses parameters facts closedWorld rules overrides tables linkages contradictions note",
  "#/$defs/wording": "zh en",
  "#/$defs/source": "number title issuer issued checkedOn verification note",
  "#/$defs/clause": "source section modality quote note",
  "#/$defs/parameterValue": "from to value clause",
  "#/$defs/parameter": "type unit title clause of least most open values floor note",
  "#/$defs/fact": "subject type title unit values titles fields open is count share clauses note",
  "#/$defs/fact/properties/count": "of where",
  "#/$defs/fact/properties/share": "of among where",
  "#/$defs/effect/oneOf/0": "kind category note",
  "#/$defs/effect/oneOf/1": "kind service times per note",
  "#/$defs/effect/oneOf/2": "kind benefit amountFen per form payee proration rounding note",
  "#/$defs/effect/oneOf/3": "kind device note",
  "#/$defs/effect/oneOf/4": "kind queue tieBreakers reservedPlaces note",
  "#/$defs/effect/oneOf/5": "kind mode note",
  "#/$defs/effect/oneOf/6": "kind siting of note",
  "#/$defs/effect/oneOf/7": "kind model note",
  "#/$defs/effect/oneOf/8": "kind item is note",
  "#/$defs/effect/oneOf/9": "kind metric op value note",
  "#/$defs/effect/oneOf/10": "kind ratios minimum roles rounding note",
  "#/$defs/effect/oneOf/10/properties/ratios/items": "class residentsPerCarer",
  "#/$defs/effect/oneOf/11": "kind share of persons note",
  "#/$defs/effect/oneOf/12": "kind metric op value by members parts note",
  "#/$defs/rule": "id subject title when then clauses whereAdopted floor note",
  "#/$defs/override": "rule parameter does from to when whereAdopted then value clauses floor note",
  "#/$defs/closedWorld": "subject field value note",
  "#/$defs/factField": "type title values titles",
  "#/$defs/tableRow": "if then from to clause note",
  "#/$defs/table": "title type inputs hit rows note",
  "#/$defs/linkage": "id benefits rule pays clauses note",
  "#/$defs/contradiction": "clauses title note",
  "#/properties/inForce": "from to",
};

/** Keys of the objects of `overlay.schema.json`. */
export const overlayKeys: Readonly<Record<string, string>> = {
  "#": "$schema id for illustrative note parameters",
  "#/properties/parameters/additionalProperties/items": "from to value clause",
};
