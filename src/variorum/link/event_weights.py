BIAS = 1.819
WEIGHTS = {
    "lead": 0.208,
    "proper words": 3.700,
    "numbers": 3.448,
    "words, in this story": 6.357,
    "lead's proper words, in this story": 2.270,
    "days between": -0.748,
    "date unknown": -1.173,
    "accounts in the story": -0.533,
    "a day of the lead shared": 1.765,
    "days between the leads": -0.276,
    "no day in a lead": -1.715,
    "other company": -1.625,
    "other persons": -0.878,
    "a person of the lead shared": 1.340,
    "other places": -0.929,
}
