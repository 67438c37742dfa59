<?xml version="1.0" encoding="UTF-8"?>
<!-- A mediator's months, mediations and agreements beside the goals. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="f">
  <xsl:import href="parts/layout.xsl"/>
  <xsl:import href="parts/forms.xsl"/>
  <xsl:template match="page" mode="main">
    <xsl:call-template name="heading"/>
    <p class="lead"><xsl:value-of select="f:message('mediation.lead')"/></p>
    <xsl:for-each select="practice">
      <dl class="figures">
        <xsl:if test="@months"><div><dt><xsl:value-of select="f:message('mediation.months')"/></dt><dd><xsl:value-of select="@months"/></dd></div></xsl:if>
        <div><dt><xsl:value-of select="f:message('field.mediations')"/></dt><dd><xsl:value-of select="@mediations"/></dd></div>
        <xsl:if test="@percent"><div><dt><xsl:value-of select="f:message('mediation.share')"/></dt><dd><xsl:value-of select="@percent"/></dd></div></xsl:if>
      </dl>
      <p><xsl:value-of select="f:message('mediation.goal', 'low', string(@low), 'high', string(@high), 'goal', string(@goal))"/><xsl:if test="@met"><xsl:text> </xsl:text><xsl:value-of select="f:message(concat('mediation.met-', @met))"/></xsl:if></p>
      <xsl:if test="month">
        <div class="card">
          <table class="stack">
            <thead><tr><th scope="col"><xsl:value-of select="f:message('field.month')"/></th><th scope="col" class="number"><xsl:value-of select="f:message('field.mediations')"/></th><th scope="col" class="number"><xsl:value-of select="f:message('field.agreements')"/></th><th scope="col"><xsl:value-of select="f:message('mediation.within')"/></th></tr></thead>
            <tbody>
              <xsl:for-each select="month">
                <tr>
                  <th scope="row"><time datetime="{@month}"><xsl:value-of select="@month"/></time></th>
                  <td class="number" data-label="{f:message('field.mediations')}"><xsl:value-of select="@mediations"/></td>
                  <td class="number" data-label="{f:message('field.agreements')}"><xsl:value-of select="@agreements"/></td>
                  <td data-label="{f:message('mediation.within')}"><xsl:choose><xsl:when test="@within"><xsl:value-of select="f:message('mediation.yes')"/></xsl:when><xsl:otherwise><xsl:value-of select="f:message('mediation.no')"/></xsl:otherwise></xsl:choose></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </xsl:if>
    </xsl:for-each>
    <section class="card">
      <h2><xsl:value-of select="f:message('mediation.enter')"/></h2>
      <xsl:apply-templates select="form"/>
    </section>
  </xsl:template>
</xsl:stylesheet>
