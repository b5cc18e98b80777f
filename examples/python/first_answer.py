"""A residence permit that ends on 31 December 2021: until which day is it valid, and who says so?"""

import statusrules

answer = statusrules.extension("permanent_residence_permit", "2021-12-31", location="in_russia")
print(answer.valid_through)
if answer.provision is not None:
    print(answer.provision.source)
print()
print(answer.explain("ru"))
