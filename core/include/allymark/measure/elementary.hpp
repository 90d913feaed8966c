#pragma once
// Elementary functions of the statistics: logarithm, exponential and the normal quantile from sums
// and products alone. The C libraries' own differ in the last digit between platforms and bring
// 4 kB of tables; these give the same digits natively and in WebAssembly.

namespace allymark {

/// Natural logarithm of x > 0, to 2 units in the last place.
double natural_log(double x);

/// e to the power x, to a relative 1e-15; 0 below about -745.
double exponential(double x);

/// The quantile z >= 0 with P(-z < Z < z) = confidence percent for a standard normal Z:
/// 95 gives 1.959964.
double normal_quantile(double confidence);

}  // namespace allymark
