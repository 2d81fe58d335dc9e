"""Which figures and dates of two articles are of one thing: record linkage.

After Fellegi and Sunter, "A Theory for Record Linkage" (JASA 64, 1969). Two records are compared
field by field; each field answers with a level, each level weighs so many bits, and the sum is the
odds that both are of one thing. Weights are data; nothing here reads text or words.
"""
