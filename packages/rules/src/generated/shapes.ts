// Made by scripts/generateShapes.mjs from the JSON Schemas in packages/rules/schema. Do not edit.

import type { ShapeSchema } from "../pack/schemaFindings.js";

export const packShape: ShapeSchema = {
 "$defs": {
  "logic": {
   "type": [
    "boolean",
    "string",
    "null",
    "array",
    "object"
   ]
  },
  "wording": {
   "type": "object",
   "additionalProperties": false,
   "required": [
    "zh",
    "en"
   ],
   "properties": {
    "zh": {
     "type": "string",
     "minLength": 1
    },
    "en": {
     "type": "string",
     "minLength": 1
    }
   }
  },
  "source": {
   "type": "object",
   "additionalProperties": false,
   "required": [
    "title",
    "issuer",
    "issued",
    "checkedOn",
    "verification"
   ],
   "properties": {
    "number": {
     "type": "string"
    },
    "title": {
     "type": "string"
    },
    "issuer": {
     "type": "string"
    },
    "issued": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}$"
    },
    "checkedOn": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}$"
    },
    "verification": {
     "enum": [
      "verified",
      "recalled"
     ]
    },
    "note": {
     "type": "string"
    }
   }
  },
  "clause": {
   "type": "object",
   "additionalProperties": false,
   "required": [
    "source",
    "section",
    "modality",
    "quote"
   ],
   "properties": {
    "source": {
     "type": "string"
    },
    "section": {
     "type": "string"
    },
    "modality": {
     "enum": [
      "required",
      "in-principle",
      "aspirational",
      "permitted-or-encouraged",
      "conditional"
     ]
    },
    "quote": {
     "type": "string",
     "minLength": 1
    },
    "note": {
     "type": "string"
    }
   }
  },
  "parameterValue": {
   "type": "object",
   "additionalProperties": false,
   "required": [
    "from",
    "value"
   ],
   "properties": {
    "from": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}$"
    },
    "to": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}$"
    },
    "value": {
     "type": [
      "number",
      "boolean",
      "string"
     ]
    },
    "clause": {
     "type": "string"
    }
   }
  },
  "parameter": {
   "type": "object",
   "additionalProperties": false,
   "required": [
    "type",
    "title",
    "clause"
   ],
   "properties": {
    "type": {
     "enum": [
      "integer",
      "rational",
      "fen",
      "boolean",
      "choice",
      "date",
      "area"
     ]
    },
    "unit": {
     "type": "string"
    },
    "title": {
     "$ref": "#/$defs/wording"
    },
    "clause": {
     "type": "string"
    },
    "of": {
     "type": "object",
     "propertyNames": {
      "type": "string",
      "pattern": "^[A-Za-z][A-Za-z0-9.]*$",
      "maxLength": 100
     },
     "additionalProperties": {
      "$ref": "#/$defs/wording"
     }
    },
    "least": {
     "type": "integer"
    },
    "most": {
     "type": "integer"
    },
    "open": {
     "type": "boolean"
    },
    "values": {
     "type": "array",
     "minItems": 1,
     "items": {
      "$ref": "#/$defs/parameterValue"
     }
    },
    "floor": {
     "type": "boolean"
    },
    "note": {
     "type": "string"
    }
   }
  },
  "fact": {
   "type": "object",
   "additionalProperties": false,
   "required": [
    "subject",
    "type",
    "title"
   ],
   "properties": {
    "subject": {
     "enum": [
      "person",
      "household",
      "village",
      "township",
      "facility",
      "workforce",
      "provider",
      "area"
     ]
    },
    "type": {
     "enum": [
      "boolean",
      "integer",
      "rational",
      "fen",
      "date",
      "area",
      "enum",
      "list",
      "record"
     ]
    },
    "title": {
     "$ref": "#/$defs/wording"
    },
    "unit": {
     "type": "string"
    },
    "values": {
     "type": "array",
     "items": {
      "type": "string"
     }
    },
    "titles": {
     "type": "object",
     "minProperties": 1,
     "additionalProperties": {
      "$ref": "#/$defs/wording"
     }
    },
    "fields": {
     "type": "object",
     "minProperties": 1,
     "propertyNames": {
      "type": "string",
      "pattern": "^[a-z][A-Za-z0-9]*$"
     },
     "additionalProperties": {
      "$ref": "#/$defs/factField"
     }
    },
    "open": {
     "type": "boolean"
    },
    "is": {
     "$ref": "#/$defs/logic"
    },
    "count": {
     "type": "object",
     "additionalProperties": false,
     "required": [
      "of",
      "where"
     ],
     "properties": {
      "of": {
       "const": "facilities"
      },
      "where": {
       "$ref": "#/$defs/logic"
      }
     }
    },
    "share": {
     "type": "object",
     "additionalProperties": false,
     "required": [
      "of",
      "among",
      "where"
     ],
     "properties": {
      "of": {
       "const": "facilities"
      },
      "among": {
       "$ref": "#/$defs/logic"
      },
      "where": {
       "$ref": "#/$defs/logic"
      }
     }
    },
    "clauses": {
     "type": "array",
     "items": {
      "type": "string"
     }
    },
    "note": {
     "type": "string"
    }
   }
  },
  "effect": {
   "type": "object",
   "required": [
    "kind"
   ],
   "discriminator": {
    "propertyName": "kind"
   },
   "oneOf": [
    {
     "type": "object",
     "additionalProperties": false,
     "required": [
      "kind",
      "category"
     ],
     "properties": {
      "kind": {
       "const": "category"
      },
      "category": {
       "type": "string",
       "pattern": "^[A-Za-z][A-Za-z0-9.]*$",
       "maxLength": 100
      },
      "note": {
       "type": "string"
      }
     }
    },
    {
     "type": "object",
     "additionalProperties": false,
     "required": [
      "kind",
      "service"
     ],
     "properties": {
      "kind": {
       "const": "service"
      },
      "service": {
       "type": "string",
       "pattern": "^[A-Za-z][A-Za-z0-9.]*$",
       "maxLength": 100
      },
      "times": {
       "$ref": "#/$defs/logic"
      },
      "per": {
       "enum": [
        "week",
        "month",
        "year"
       ]
      },
      "note": {
       "type": "string"
      }
     }
    },
    {
     "type": "object",
     "additionalProperties": false,
     "required": [
      "kind",
      "benefit",
      "amountFen",
      "per"
     ],
     "properties": {
      "kind": {
       "const": "benefit"
      },
      "benefit": {
       "type": "string",
       "pattern": "^[A-Za-z][A-Za-z0-9.]*$",
       "maxLength": 100
      },
      "amountFen": {
       "$ref": "#/$defs/logic"
      },
      "per": {
       "enum": [
        "day",
        "month",
        "year",
        "once"
       ]
      },
      "form": {
       "enum": [
        "cash",
        "service"
       ]
      },
      "payee": {
       "enum": [
        "person",
        "household",
        "facility",
        "provider"
       ]
      },
      "proration": {
       "enum": [
        "calendarDay",
        "thirty360",
        "halfMonth",
        "fullMonth"
       ]
      },
      "rounding": {
       "enum": [
        "up",
        "down",
        "halfUp",
        "halfEven"
       ]
      },
      "note": {
       "type": "string"
      }
     }
    },
    {
     "type": "object",
     "additionalProperties": false,
     "required": [
      "kind",
      "device"
     ],
     "properties": {
      "kind": {
       "const": "device"
      },
      "device": {
       "type": "string",
       "pattern": "^[A-Za-z][A-Za-z0-9.]*$",
       "maxLength": 100
      },
      "note": {
       "type": "string"
      }
     }
    },
    {
     "type": "object",
     "additionalProperties": false,
     "required": [
      "kind",
      "queue"
     ],
     "properties": {
      "kind": {
       "const": "priority"
      },
      "queue": {
       "type": "string",
       "pattern": "^[A-Za-z][A-Za-z0-9.]*$",
       "maxLength": 100
      },
      "tieBreakers": {
       "type": "array",
       "minItems": 1,
       "maxItems": 20,
       "items": {
        "$ref": "#/$defs/logic"
       }
      },
      "reservedPlaces": {
       "$ref": "#/$defs/logic"
      },
      "note": {
       "type": "string"
      }
     }
    },
    {
     "type": "object",
     "additionalProperties": false,
     "required": [
      "kind",
      "mode"
     ],
     "properties": {
      "kind": {
       "const": "pairing"
      },
      "mode": {
       "enum": [
        "oneToOne",
        "grid"
       ]
      },
      "note": {
       "type": "string"
      }
     }
    },
    {
     "type": "object",
     "additionalProperties": false,
     "required": [
      "kind",
      "siting",
      "of"
     ],
     "properties": {
      "kind": {
       "const": "siting"
      },
      "siting": {
       "enum": [
        "forbid",
        "require",
        "handOver"
       ]
      },
      "of": {
       "type": "string",
       "pattern": "^[A-Za-z][A-Za-z0-9.]*$",
       "maxLength": 100
      },
      "note": {
       "type": "string"
      }
     }
    },
    {
     "type": "object",
     "additionalProperties": false,
     "required": [
      "kind",
      "model"
     ],
     "properties": {
      "kind": {
       "const": "model"
      },
      "model": {
       "type": "string",
       "pattern": "^[A-Za-z][A-Za-z0-9.]*$",
       "maxLength": 100
      },
      "note": {
       "type": "string"
      }
     }
    },
    {
     "type": "object",
     "additionalProperties": false,
     "required": [
      "kind",
      "item",
      "is"
     ],
     "properties": {
      "kind": {
       "const": "checklist"
      },
      "item": {
       "type": "string",
       "pattern": "^[A-Za-z][A-Za-z0-9.]*$",
       "maxLength": 100
      },
      "is": {
       "$ref": "#/$defs/logic"
      },
      "note": {
       "type": "string"
      }
     }
    },
    {
     "type": "object",
     "additionalProperties": false,
     "required": [
      "kind",
      "metric",
      "op",
      "value"
     ],
     "properties": {
      "kind": {
       "const": "standard"
      },
      "metric": {
       "type": "string",
       "pattern": "^[A-Za-z][A-Za-z0-9.]*$",
       "maxLength": 100
      },
      "op": {
       "enum": [
        ">=",
        "<=",
        "=="
       ]
      },
      "value": {
       "$ref": "#/$defs/logic"
      },
      "note": {
       "type": "string"
      }
     }
    },
    {
     "type": "object",
     "additionalProperties": false,
     "required": [
      "kind",
      "roles",
      "rounding"
     ],
     "properties": {
      "kind": {
       "const": "staffing"
      },
      "ratios": {
       "type": "array",
       "minItems": 1,
       "items": {
        "type": "object",
        "additionalProperties": false,
        "required": [
         "class",
         "residentsPerCarer"
        ],
        "properties": {
         "class": {
          "enum": [
           "disabled",
           "semiDisabled",
           "selfCaring",
           "all"
          ]
         },
         "residentsPerCarer": {
          "$ref": "#/$defs/logic"
         }
        }
       }
      },
      "minimum": {
       "$ref": "#/$defs/logic"
      },
      "roles": {
       "type": "array",
       "minItems": 1,
       "items": {
        "enum": [
         "careWorker",
         "careAssistant",
         "nurse",
         "doctor",
         "driver",
         "director",
         "managementStaff"
        ]
       }
      },
      "rounding": {
       "enum": [
        "upPerClass",
        "upInTotal"
       ]
      },
      "note": {
       "type": "string"
      }
     }
    },
    {
     "type": "object",
     "additionalProperties": false,
     "required": [
      "kind",
      "share",
      "of",
      "persons"
     ],
     "properties": {
      "kind": {
       "const": "funding"
      },
      "share": {
       "$ref": "#/$defs/logic"
      },
      "of": {
       "$ref": "#/$defs/logic"
      },
      "persons": {
       "$ref": "#/$defs/logic"
      },
      "note": {
       "type": "string"
      }
     }
    },
    {
     "type": "object",
     "additionalProperties": false,
     "required": [
      "kind",
      "metric",
      "op",
      "value"
     ],
     "properties": {
      "kind": {
       "const": "target"
      },
      "metric": {
       "type": "string",
       "pattern": "^[A-Za-z][A-Za-z0-9.]*$",
       "maxLength": 100
      },
      "op": {
       "enum": [
        ">=",
        "<=",
        "=="
       ]
      },
      "value": {
       "$ref": "#/$defs/logic"
      },
      "by": {
       "type": "string",
       "pattern": "^\\d{4}(-\\d{2}(-\\d{2})?)?$"
      },
      "members": {
       "type": "array",
       "items": {
        "type": "string"
       }
      },
      "parts": {
       "type": "array",
       "items": {
        "type": "string"
       }
      },
      "note": {
       "type": "string"
      }
     }
    }
   ]
  },
  "rule": {
   "type": "object",
   "additionalProperties": false,
   "required": [
    "id",
    "subject",
    "title",
    "then",
    "clauses"
   ],
   "properties": {
    "id": {
     "type": "string",
     "pattern": "^[A-Za-z][A-Za-z0-9.]*$",
     "maxLength": 100
    },
    "subject": {
     "enum": [
      "person",
      "household",
      "village",
      "township",
      "facility",
      "workforce",
      "provider",
      "area"
     ]
    },
    "title": {
     "$ref": "#/$defs/wording"
    },
    "when": {
     "$ref": "#/$defs/logic"
    },
    "then": {
     "$ref": "#/$defs/effect"
    },
    "clauses": {
     "type": "array",
     "minItems": 1,
     "items": {
      "type": "string"
     }
    },
    "whereAdopted": {
     "type": "boolean"
    },
    "floor": {
     "type": "boolean"
    },
    "note": {
     "type": "string"
    }
   }
  },
  "override": {
   "type": "object",
   "additionalProperties": false,
   "required": [
    "does",
    "clauses"
   ],
   "properties": {
    "rule": {
     "type": "string",
     "pattern": "^[a-z0-9]+(-[a-z0-9]+)*/[A-Za-z][A-Za-z0-9.]*$",
     "maxLength": 200
    },
    "parameter": {
     "type": "string",
     "pattern": "^[A-Za-z][A-Za-z0-9.]*$",
     "maxLength": 100
    },
    "does": {
     "anyOf": [
      {
       "enum": [
        "raise",
        "widen",
        "narrow",
        "replace",
        "withdraw"
       ]
      },
      {
       "type": "array",
       "minItems": 2,
       "maxItems": 2,
       "items": {
        "enum": [
         "raise",
         "widen",
         "narrow"
        ]
       }
      }
     ]
    },
    "from": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}$"
    },
    "to": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}$"
    },
    "when": {
     "$ref": "#/$defs/logic"
    },
    "whereAdopted": {
     "type": "boolean"
    },
    "then": {
     "$ref": "#/$defs/effect"
    },
    "value": {
     "type": [
      "number",
      "boolean",
      "string"
     ]
    },
    "clauses": {
     "type": "array",
     "minItems": 1,
     "items": {
      "type": "string"
     }
    },
    "floor": {
     "type": "boolean"
    },
    "note": {
     "type": "string"
    }
   }
  },
  "closedWorld": {
   "type": "object",
   "additionalProperties": false,
   "required": [
    "subject",
    "field",
    "value",
    "note"
   ],
   "properties": {
    "subject": {
     "enum": [
      "person",
      "household",
      "village",
      "township",
      "facility",
      "workforce",
      "provider",
      "area"
     ]
    },
    "field": {
     "type": "string"
    },
    "value": {
     "type": [
      "boolean",
      "string",
      "null"
     ]
    },
    "note": {
     "type": "string"
    }
   }
  },
  "factField": {
   "type": "object",
   "additionalProperties": false,
   "required": [
    "type",
    "title"
   ],
   "properties": {
    "type": {
     "enum": [
      "boolean",
      "integer",
      "rational",
      "fen",
      "date",
      "area",
      "enum",
      "id"
     ]
    },
    "title": {
     "$ref": "#/$defs/wording"
    },
    "values": {
     "type": "array",
     "items": {
      "type": "string"
     }
    },
    "titles": {
     "type": "object",
     "minProperties": 1,
     "additionalProperties": {
      "$ref": "#/$defs/wording"
     }
    }
   }
  },
  "tableCell": {
   "type": [
    "number",
    "boolean",
    "string",
    "null",
    "array",
    "object"
   ],
   "minItems": 1,
   "minProperties": 1
  },
  "tableRow": {
   "type": "object",
   "additionalProperties": false,
   "required": [
    "if",
    "then",
    "from",
    "clause"
   ],
   "properties": {
    "if": {
     "type": "array",
     "maxItems": 20,
     "items": {
      "$ref": "#/$defs/tableCell"
     }
    },
    "then": {
     "type": [
      "number",
      "boolean",
      "string",
      "object"
     ]
    },
    "from": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}$"
    },
    "to": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}$"
    },
    "clause": {
     "type": "string"
    },
    "note": {
     "type": "string"
    }
   }
  },
  "table": {
   "type": "object",
   "additionalProperties": false,
   "required": [
    "inputs",
    "hit",
    "rows"
   ],
   "properties": {
    "title": {
     "$ref": "#/$defs/wording"
    },
    "type": {
     "enum": [
      "boolean",
      "integer",
      "rational",
      "fen",
      "date",
      "enum"
     ]
    },
    "inputs": {
     "type": "array",
     "minItems": 1,
     "maxItems": 20,
     "items": {
      "$ref": "#/$defs/logic"
     }
    },
    "hit": {
     "enum": [
      "unique",
      "first",
      "sum"
     ]
    },
    "rows": {
     "type": "array",
     "minItems": 1,
     "maxItems": 500,
     "items": {
      "$ref": "#/$defs/tableRow"
     }
    },
    "note": {
     "type": "string"
    }
   }
  },
  "linkage": {
   "type": "object",
   "additionalProperties": false,
   "required": [
    "benefits",
    "rule",
    "clauses"
   ],
   "properties": {
    "id": {
     "type": "string",
     "pattern": "^[A-Za-z][A-Za-z0-9.]*$",
     "maxLength": 100
    },
    "benefits": {
     "type": "array",
     "minItems": 2,
     "uniqueItems": true,
     "items": {
      "type": "string"
     }
    },
    "rule": {
     "enum": [
      "exclusive",
      "higher",
      "offset",
      "topUp"
     ]
    },
    "pays": {
     "type": "string"
    },
    "clauses": {
     "type": "array",
     "minItems": 1,
     "items": {
      "type": "string"
     }
    },
    "note": {
     "type": "string"
    }
   }
  },
  "contradiction": {
   "type": "object",
   "additionalProperties": false,
   "required": [
    "clauses",
    "title"
   ],
   "properties": {
    "clauses": {
     "type": "array",
     "minItems": 2,
     "uniqueItems": true,
     "items": {
      "type": "string"
     }
    },
    "title": {
     "$ref": "#/$defs/wording"
    },
    "note": {
     "type": "string"
    }
   }
  }
 },
 "type": "object",
 "additionalProperties": false,
 "required": [
  "id",
  "version",
  "title",
  "area",
  "extends",
  "inForce",
  "sources",
  "clauses",
  "parameters",
  "facts",
  "rules"
 ],
 "properties": {
  "$schema": {
   "type": "string"
  },
  "id": {
   "type": "string",
   "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"
  },
  "version": {
   "type": "string",
   "pattern": "^\\d+\\.\\d+\\.\\d+$"
  },
  "title": {
   "$ref": "#/$defs/wording"
  },
  "area": {
   "type": "string",
   "pattern": "^(\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12})?$"
  },
  "extends": {
   "type": "array",
   "items": {
    "type": "string"
   }
  },
  "inForce": {
   "type": "object",
   "additionalProperties": false,
   "required": [
    "from"
   ],
   "properties": {
    "from": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}$"
    },
    "to": {
     "type": "string",
     "pattern": "^\\d{4}-\\d{2}-\\d{2}$"
    }
   }
  },
  "sources": {
   "type": "object",
   "additionalProperties": {
    "$ref": "#/$defs/source"
   }
  },
  "clauses": {
   "type": "object",
   "additionalProperties": {
    "$ref": "#/$defs/clause"
   }
  },
  "parameters": {
   "type": "object",
   "propertyNames": {
    "type": "string",
    "pattern": "^[A-Za-z][A-Za-z0-9.]*$",
    "maxLength": 100
   },
   "additionalProperties": {
    "$ref": "#/$defs/parameter"
   }
  },
  "facts": {
   "type": "object",
   "propertyNames": {
    "type": "string",
    "pattern": "^[a-z][A-Za-z0-9]*$"
   },
   "additionalProperties": {
    "$ref": "#/$defs/fact"
   }
  },
  "closedWorld": {
   "type": "array",
   "items": {
    "$ref": "#/$defs/closedWorld"
   }
  },
  "rules": {
   "type": "array",
   "items": {
    "$ref": "#/$defs/rule"
   }
  },
  "overrides": {
   "type": "array",
   "items": {
    "$ref": "#/$defs/override"
   }
  },
  "tables": {
   "type": "object",
   "propertyNames": {
    "type": "string",
    "pattern": "^[A-Za-z][A-Za-z0-9.]*$",
    "maxLength": 100
   },
   "additionalProperties": {
    "$ref": "#/$defs/table"
   }
  },
  "linkages": {
   "type": "array",
   "items": {
    "$ref": "#/$defs/linkage"
   }
  },
  "contradictions": {
   "type": "array",
   "items": {
    "$ref": "#/$defs/contradiction"
   }
  },
  "note": {
   "type": "string"
  }
 }
};

export const overlayShape: ShapeSchema = {
 "type": "object",
 "additionalProperties": false,
 "required": [
  "id",
  "for",
  "illustrative",
  "parameters"
 ],
 "properties": {
  "$schema": {
   "type": "string"
  },
  "id": {
   "type": "string",
   "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"
  },
  "for": {
   "type": "string"
  },
  "illustrative": {
   "type": "boolean"
  },
  "note": {
   "type": "string"
  },
  "parameters": {
   "type": "object",
   "propertyNames": {
    "type": "string",
    "pattern": "^[A-Za-z][A-Za-z0-9.]*$",
    "maxLength": 100
   },
   "additionalProperties": {
    "type": "array",
    "minItems": 1,
    "items": {
     "type": "object",
     "additionalProperties": false,
     "required": [
      "from",
      "value"
     ],
     "properties": {
      "from": {
       "type": "string",
       "pattern": "^\\d{4}-\\d{2}-\\d{2}$"
      },
      "to": {
       "type": "string",
       "pattern": "^\\d{4}-\\d{2}-\\d{2}$"
      },
      "value": {
       "type": [
        "number",
        "boolean",
        "string"
       ]
      },
      "clause": {
       "type": "string"
      }
     }
    }
   }
  }
 }
};

